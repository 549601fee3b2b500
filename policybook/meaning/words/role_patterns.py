"""Patterns for people and bodies.

Roles are for text in small letters, names for text as written.
"""

import re

ROLES = (
    r"(?:(?:full|local|whole)\s+)?governing\s+(?:body|board)"
    r"|(?:co-|(?:vice|deputy|acting)[-\s])?chairs?\s+of\s+(?:the\s+)?(?:governors|trustees"
    r"|governing\s+(?:body|board))|"
    r"(?:(?:parent|staff|link|safeguarding|send?|inclusion|attendance|curriculum|finance|training"
    r"|nominated|responsible|lead)\s+)?governors?"
    r"|(?:trust['’]s\s+|trust\s+)?chief\s+executives?(?:\s+officer)?"
    r"(?:\s+of\s+the\s+(?:trust|council))?"
    r"|(?:board\s+of\s+)?trustees|trust\s+board|(?:multi-)?academy\s+trust"
    r"|(?<=the )trust|(?<=our )trust|academy|(?:deputy|assistant|acting"
    r"|executive)?\s*head\s?teachers?|(?:deputy|assistant|executive|acting|interim)\s+heads?"
    r"|(?:(?:vice|deputy|assistant|acting)[-\s])?principals?"
    r"|heads?\s+of\s+(?!(?:the|our|an?|each)\b)\w+|phase\s+leaders?"
    r"|(?:senior\s+)?leadership\s+team|senior\s+leaders?|slt|smt"
    r"|(?:deputy\s+)?designated\s+safeguarding\s+leads?|d?dsls?|sencos?|sendcos?"
    r"|data\s+protection\s+(?:officer|lead)|dpo|(?:school\s+)?business\s+manager|bursar"
    r"|school\s+office"
    r"|office\s+(?:staff|team)|caretaker|site\s+manager|network\s+manager"
    r"|(?:class\s+|form\s+|head\s+)?teachers?|teaching\s+assistants?|line\s+managers?"
    r"|members?\s+of\s+staff"
    r"|cover\s+staff|staff|employees?|volunteers?|visitors?|contractors?"
    r"|parents?\s*(?:/|and|or)\s*carers?|parents?|carers?|guardians?|families|family"
    r"|pupils?|students?"
    r"|children(?!['’]s|\s+safe\b)|child(?!\s+protection)|learners?|young\s+people"
    r"|local\s+authority|council|lado|la|police|ofsted|dfe|department\s+for\s+education"
    r"|secretary\s+of\s+state"
    r"|information\s+commissioner(?:'s\s+office)?|ico|social\s+services|children's\s+services|ceop"
    r"|child\s+protection\s+person|"
    r"(?<=the )head\b(?! of)|(?<=the )deputy\b|employers?|committee|panel"
    r"|diocese|union|school\s+council|clerk"
)
ROLE = re.compile(rf"\b(?:{ROLES})\b")
NAME = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Revd?|Canon|Fr|Cllr|Councillor|Prof|Professor)\.?"
    r"\s+[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)?"
    r"|[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+"
)
