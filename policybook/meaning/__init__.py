"""Read what rules say, and what a change of their words does.

It must not know a redline, a clause or a page: it reads texts.

    words       the words that a rule is read by: duties, amounts, dates, laws, people
    sentences   one sentence: who has which duty, under which condition
    effects     two texts: this duty became stronger, this ban was lifted

    for weight in effects.weight.weights(old, new): ...   # most important first
"""
