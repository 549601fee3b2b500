"""The words of a text are read from a finished page as a reader sees them."""

import pytest

from policybook.site.proofs.page_words import has_words_of, read_text_words


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ('<div class="pb-text"><p>Be <b>kind</b>.</p></div>', "Bekind."),
        ('<div class="more pb-text">Be &amp; do</div>', "Be&do"),
        ('<p>Before</p><div class="pb-text">Be kind</div><p>After</p>', "Bekind"),
        ('<div class="pb-text"><!-- Be --> kind</div>', "kind"),
        ('<div class="pb-text"><p hidden>Be</p> kind</div>', "kind"),
        ('<div class="pb-text"><template>Be</template> kind</div>', "kind"),
        ('<div class="pb-text"><script>Be</script> kind</div>', "kind"),
        ('<div class="pb-text"><div class="pb-beside"><p>Note</p></div>Be kind</div>', "Bekind"),
        ('<div class="pb-text"><a class="pb-number" href="#s1">1</a> Be kind</div>', "Bekind"),
        ('<div class="pb-text"><details><summary>Label</summary>Be</details></div>', "Be"),
        ('<div class="pb-text"><img alt="A plan" src="x.png">Be</div>', "AplanBe"),
        ('<div class="pb-text">Be<br>kind<hr></div><p>x', "Bekind"),
        ('<template><div class="pb-text">Be kind</div></template>', None),
        ('<!-- <div class="pb-text">Be kind</div> -->', None),
        ('<div hidden><div class="pb-text">Be kind</div></div>', None),
        ("<p>Be kind</p>", None),
        ("", None),
        ('<div class="pb-text">Be</p></span> kind</div>', "Bekind"),
    ],
)
def test_only_shown_words_count(page: str, words: str | None) -> None:
    assert read_text_words(page, has_own_numbers=False) == words


def test_own_numbers_are_words() -> None:
    page = '<div class="pb-text"><a class="pb-number" href="#s1">4.2</a> Be kind</div>'
    assert read_text_words(page, has_own_numbers=True) == "4.2Bekind"


TEXT = "<p>Be kind, <b>always</b>.</p>"


@pytest.mark.parametrize(
    ("page", "holds"),
    [
        (f'<div class="pb-text">\n{TEXT}\n</div>', True),
        (f'<main><div class="pb-text">{TEXT}</div><p>Who to ask</p></main>', True),
        (f"<div>{TEXT}</div>", False),
        (f'<div class="pb-text"></div>{TEXT}', False),
        (f'<div class="pb-text">{TEXT}<p>This is not binding.</p></div>', False),
        (f'<div class="pb-text">Not: {TEXT}</div>', False),
        (f'<div class="pb-text">{TEXT}</div><div class="pb-text">{TEXT}</div>', False),
        (f'<!-- <div class="pb-text">{TEXT}</div> -->', False),
        (f'<div class="pb-text" hidden>{TEXT}</div>', False),
        (f'<textarea><div class="pb-text">{TEXT}</div></textarea>', False),
        ('<div class="pb-text"><p>Be kind, <b>never</b>.</p></div>', False),
    ],
)
def test_page_has_the_text_once(page: str, holds: bool) -> None:
    assert has_words_of(page, TEXT) is holds


def test_removed_text_needs_no_place() -> None:
    assert has_words_of("<p>The words were removed.</p>", "")
