"""Tell the usual group of a policy from its kind, for a school that names no groups.

The statutory list comes first. A title to which no row of the list gives a group is looked
up in a table of words.
"""

from policybook.analysis.statutory.required_policies import shipped_list
from policybook.analysis.statutory.shelf import find_rows
from policybook.model import Policy
from policybook.text import phrases

#: The order of groups for a school that gives none in `school.yml`.
USUAL_GROUPS = (
    "Safeguarding and welfare",
    "Behaviour and attendance",
    "Learning",
    "Equality and SEND",
    "Staff",
    "Data and finance",
    "Premises and safety",
)


#: Words of titles that the statutory list does not know, and their usual group. Titles that
#: schools put into different groups are left out: admissions, complaints, leave of absence.
_WORDS = {
    "Safeguarding and welfare": (
        "safeguarding, child protection, intimate care, social media, online safety, e-safety, "
        "internet safety, prevent, radicalisation, extremism, mental health, wellbeing, "
        "well-being, young carers, missing children, missing child, children missing, missing "
        "pupils, female genital mutilation, domestic abuse, self-harm, substance misuse, drug, "
        "drugs, alcohol, medicines, medication, allergy, allergies, asthma, nut, nuts, food, "
        "photographs, photography, images, toileting, sun safety, head lice, private fostering"
    ),
    "Behaviour and attendance": (
        "bullying, anti-bullying, antibullying, cyberbullying, behaviour, attendance, "
        "punctuality, positive handling, physical intervention, reasonable force, restraint, "
        "restrictive intervention, searching, confiscation, rewards, sanctions, discipline, "
        "detention, detentions, home-school agreement, truancy, exclusion, exclusions, suspension"
    ),
    "Learning": (
        "curriculum, assessment, homework, home learning, marking, feedback, teaching, learning, "
        "reading, phonics, writing, handwriting, spelling, English, mathematics, maths, science, "
        "history, geography, music, art, computing, design and technology, physical education, "
        "PE, religious education, RE, PSHE, languages, modern foreign languages, collective "
        "worship, exam, exams, examination, examinations, non-examination assessment, pupil "
        "premium, most able, more able, gifted and talented, foundation stage, library, "
        "transition, reporting to parents, presentation, outdoor learning, citizenship"
    ),
    "Equality and SEND": (
        "equality, diversity, inclusion, SEND, SEN, special educational needs, accessibility, "
        "disability, English as an additional language, EAL"
    ),
    "Staff": (
        "recruitment, recruitment and selection, appraisal, performance management, capability, "
        "grievance, pay, whistleblowing, induction, volunteers, volunteer, redundancy, sickness "
        "absence, absence management, maternity, paternity, adoption leave, parental leave, "
        "flexible working, professional development, CPD, lone working, probation, job share, "
        "supply teachers, dignity at work, menopause, early career teachers"
    ),
    "Data and finance": (
        "data protection, CCTV, records, record keeping, retention, records management, privacy, "
        "information security, cyber security, cybersecurity, finance, financial, procurement, "
        "purchasing, tendering, charging, reserves, investment, budget, anti-fraud, fraud, "
        "bribery, gifts, hospitality, conflicts of interest, register of interests, expenses, "
        "debt, asset, assets, anti-money laundering, subject access, password, passwords, bring "
        "your own device"
    ),
    "Premises and safety": (
        "health and safety, fire, fire safety, lockdown, evacuation, emergency, critical "
        "incident, business continuity, risk, risk management, risk assessment, lettings, hire "
        "of premises, premises, site security, security, asbestos, legionella, educational "
        "visits, school visits, off-site visits, trips, visitors, minibus, transport, parking, "
        "first aid, smoking, smoke free, vaping, environment, sustainability, COSHH, manual "
        "handling, working at height, display screen, severe weather, adverse weather, snow, dogs"
    ),
}
_BY_WORDS = tuple((words, group) for group, every in _WORDS.items() for words in every.split(", "))
_OF_STAFF = phrases.compile_phrase("staff")


def usual_group(policy: Policy) -> str:
    """Return the usual group of a policy of this title, or an empty text in any doubt.

    There is a doubt if words or rows of several groups fit the title, or none does.
    """
    ids = find_rows(policy)
    groups = {row.group for row in shipped_list() if row.id in ids}
    if groups <= {""}:
        groups = _find_groups(policy.versions[-1].facts.title)
    return groups.pop() if len(groups) == 1 else ""


def _find_groups(title: str) -> set[str]:
    """Return the groups of the longest words of the table that a title has.

    A title that begins with "Staff" is about staff, whatever comes after it.
    """
    if _OF_STAFF.match(title):
        return {"Staff"}
    fitting = [
        (words, group) for words, group in _BY_WORDS if phrases.compile_phrase(words).search(title)
    ]
    longer = {words for words, _ in fitting}
    return {
        group
        for words, group in fitting
        if not any(words != other and words in other for other in longer)
    }
