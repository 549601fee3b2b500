"""Edits in groups, a line each: old | new | what the edit is said to do. A dash stands for no text."""

TABLE = """
# “X of Y and Z”: “of Y” is no member of a list
The clerk must keep the minutes of the Board of Directors and its committees. | The clerk must keep the minutes of the Board and its committees. | CONTENT
The Board of Directors and Elected Officers are responsible for the dues. | The Board and elected Officers are responsible for the dues. | CONTENT
Staff must read the Code of Practice and the handbook. | Staff must read the Code and the handbook. | CONTENT
Staff must wear the badge and a lanyard. | Staff must wear the badge of the school and a lanyard. | CONTENT
Staff must read the policy for trips and the risk form. | Staff must read the policy and the risk form. | CONTENT
The caretaker must check the boiler and the lift. | The caretaker must check the boiler. | WEAKER
Staff must keep the keys to the lab, the store and the gate. | Staff must keep the keys to the lab and the gate. | WEAKER
A suspended member may not vote or stand for office. | A suspended member may not vote. | LIFTED
# nobody has to
- | Ballots shall not be required to be held again if only one chair is elected. |
- | Trainees shall not be obliged to work at weekends. | WEAKER
- | No trainee shall be obliged to work at weekends. |
- | Trainees should not be expected to work. |
Trainees shall not be obliged to work at weekends. | - | STRONGER
Trainees shall be obliged to work at weekends. | Trainees shall not be obliged to work at weekends. | WEAKER
Trainees shall not be obliged to work at weekends. | Trainees shall be obliged to work at weekends. | STRONGER
Nobody is asked to look into a worry. | Nobody must look into a worry. | PROHIBITED
No pupil is asked to pay. | No pupil must pay. | PROHIBITED
Nobody should enter the lab. | Nobody must enter the lab. | STRONGER
A second ballot shall be held. | A second ballot shall not be required. | WEAKER CONTENT
Nobody should enter the lab. | Nobody must enter the lab. | STRONGER
A second ballot shall be held. | A second ballot shall not be required. | WEAKER CONTENT
# who may abstain is forbidden nothing
- | Any member may abstain from any vote. | RIGHT
- | A pupil may refrain from singing. | RIGHT
- | Members shall refrain from shouting. | PROHIBITED
- | Members must not abstain from a vote. | STRONGER
Any member must abstain from a vote. | Any member may abstain from a vote. | LIFTED
Any member may abstain from a vote. | Any member must abstain from a vote. | PROHIBITED
# a ban that is denied
- | The chair shall not be prohibited from voting. |
- | The chair is not forbidden to vote. |
- | Nobody may be barred from voting. |
- | The chair shall be prohibited from voting. | PROHIBITED
The chair shall be prohibited from voting. | The chair shall not be prohibited from voting. | LIFTED
The chair shall not be prohibited from voting. | The chair shall be prohibited from voting. | PROHIBITED
# one ban in other words, or for fewer people
Neither staff nor pupils may smoke on site. | Pupils may not smoke on site. | BODY DUTY
Pupils may not smoke on site. | Neither staff nor pupils may smoke on site. | BODY DUTY
Neither staff nor pupils may smoke on site. | Staff and pupils may not smoke on site. | DUTY
Neither staff nor pupils may smoke on site. | Staff and pupils may smoke on site. | LIFTED
No pupil may smoke on site. | Pupils may not smoke on site. | DUTY
Visitors will not be admitted. | Visitors shall not be admitted. | DUTY
Visitors must not be admitted. | Visitors will not be admitted. | DUTY
No visitors will be admitted. | No visitors shall be admitted. | DUTY
Pupils should not run. | Pupils must not run. | STRONGER
# a right is no duty
- | The clerk shall have the authority to remove a helper. |
- | Directors shall have the right to inspect the books. | RIGHT
- | Members shall be entitled to a refund. | RIGHT
- | The chair shall have a casting vote. |
- | Members shall not be entitled to a refund. |
Directors shall have the right to inspect the books. | - | RIGHT
Directors must inspect the books. | Directors shall have the right to inspect the books. | WEAKER
# a definition is no duty
- | “Nominator” shall refer to a member who nominates. |
- | The term guest shall include a neighbour. |
- | References to the rules shall be construed as references to the handbook. |
- | Staff shall refer the child to the nurse. | STRONGER
# who does it is no longer said
The secretary shall notify the members of the meeting. | Notice of the meeting must be given. | BODY DUTY CONTENT
A letter shall be sent. | The office must send a letter. | BODY DUTY
# number, tense and articles are no mere wording
The members elect a chair. | The members elect the chairs. | CONTENT
A parent must sign the form. | The parents must sign the form. | CONTENT
A teacher must be in the room. | Teachers must be in the room. | CONTENT
Each child has a locker. | Each child has lockers. | CONTENT
We need the parent's consent. | We need the parents' consent. | CONTENT
The form is signed by the parent(s). | The form is signed by the parent. | CONTENT
An officer who is convicted must resign. | An officer who was convicted must resign. | CONTENT
Staff are paid for the training. | Staff were paid for the training. | CONTENT
A key is held by an officer. | The key is held by the officer. | CONTENT
Staff have signed the form. | Staff signed the form. | CONTENT
Parents/carers sign it. | Parents and carers sign it. | WORDING
The team is told. | The team are told. | WORDING
Tell the parents. | Tell parents. | WORDING
# conditions
A member leaves on having been a member not in good standing. | A member leaves on not having been in good standing. | CONTENT
A director may be removed for any lawful reason. | A director may be removed with or without cause. | CONTENT
Directors shall serve without pay. | Directors shall serve with pay. | CONTENT
Pupils must not leave without a pass. | Pupils must not leave. | CONDITION
Votes are held in hall, except for those on fees. | Votes are held in hall, unless otherwise agreed. | CONDITION
Pupils are collected only by a named adult. | Pupils are collected by a named adult or a tall sibling. | CONDITION CONTENT
Late fees apply after 14 days. | Late fees do not apply. | DEADLINE NEGATION
Details are kept confidential unless the writer agrees. | Details are published. | CONTENT
Details are kept confidential unless the writer agrees. | Details are kept confidential. | CONDITION
No fee is charged. | A fee of £5 is charged. | NUMBER NEGATION
# rules that came or went
- | Staff should lock the store at night. | STRONGER
- | The hall should be warm. |
- | You will need to sign the form. | STRONGER
- | We need to share this planet. |
- | It is the responsibility of the line manager to check the log. | STRONGER
- | The registrar is responsible for the register. | STRONGER
- | Guests are expected to sign in. | STRONGER
- | Candidates for the post may not be nominators for the same post. | PROHIBITED
- | A child may not be ready. |
- | No expenses are to be paid to candidates. | PROHIBITED
There shall be no further appeal. | - | LIFTED
- | There must be no talking in the exam. | PROHIBITED
- | Associate members cannot vote. | PROHIBITED
- | We cannot control the weather. |
- | Staff cannot always reply. |
- | Employees who are ill should talk with their manager. | STRONGER
# what somebody may do to others
- | Members may be forbidden to enter. |
- | Staff may be required to stay. |
Members may be forbidden to enter. | Members are forbidden to enter. | PROHIBITED
Staff will be required to stay. | Staff may be required to stay. | WEAKER
# a verb is not all that was changed
Neither the head nor the chair can sign. | The head cannot sign. | DUTY CONTENT
# a duty beside another
Statements must be sent by post. | Statements must be sent by post and must have at least one word. | STRONGER
- | In the event of closure, no gift of goods is to be made to a director. | PROHIBITED
- | Membership classes shall be as defined in the handbook. |
A teacher must count the pupils. | The pupils must be counted. | BODY
Pupils must bring a hat. | A hat must be brought. | BODY
Fees are refunded unless late. | Fees are kept. | CONTENT
# a time before the verb, and what is only hoped for
Before taking photographs you should first check with the manager. | Before taking photographs you must first check with the manager. | STRONGER
Children should not feel poor. | - |
- | Our way of dealing with pupils is to calm them. |
The person listed should be able to answer. | The person listed should answer. | CONTENT
The setting keeps the key. | The settings keep the key. | CONTENT
Officers shall report at least 72 hours before each meeting of the Board, barring illness. | Officers shall report at least seventy-two (72) hours before each meeting of the Board of Directors, with the exception of the extra meeting in March, barring illness. | DATE CONDITION
Votes are advice, except for those held to raise, lower or end fees, as the rules say. | Votes are advice, unless otherwise agreed. | CONDITION
Records are kept for a year or until the pupil leaves, whichever is later. | Records are kept for a year or until the pupil leaves, whichever is earlier. | DEADLINE
Nothing in this policy prevents staff from speaking. | This policy prevents staff from speaking. | NEGATION
Guides are expected to know it. | Guides were expected to know it. | DUTY CONTENT
Staff must sign. | Members of staff must sign. | WORDING
# a body by its short name, and people in another number
The Committee of Governors and the head must be told. | The Committee and the head must be told. | CONTENT
The trustee on duty locks the doors. | The trustees on duty lock the door. | CONTENT
You don't have to wear a tie. | You have to wear a tie. | STRONGER
The head must check the register of staff and visitors. | The head must check the register of visitors. | BODY
# what is so, or would be good
- | The trustees shall not be bound by this rule. |
- | No parent need attend. |
- | Members shall be excused from meetings. |
- | The vote shall be final. |
- | The hall should be a happy place. |
- | Complaints should be made in writing. | STRONGER
- | Pupils need to know whom to tell. |
- | “Working day” shall not include a Sunday. | DATE
- | In these rules, staff shall include volunteers. |
No one but the head may open it. | Only the head may open it. | CONTENT
# what may be, and what there must not be
Anyone may join, there should be no fee. | Anyone may join, there must be no fee. | STRONGER
- | There should be no problem. |
Some children may have seen it. | Some children must have seen it. | CONTENT
Should a member leave, the board meets. | Should member leave, the board meets. | CONTENT
- | These rules shall supersede that policy. |
# an outsider's changes: hedges, escapes, "any" and "no", things that have a period as their name
Blazers are to be worn in assembly. | Blazers are normally to be worn in assembly. | WEAKER
Delays are to be expected. | Delays are usually to be expected. | CONTENT
Pupils are tired after lunch. | Pupils are usually tired after lunch. | CONTENT
Copies are sent. | Copies are generally sent. | WEAKER
The panel shall give reasons to each tenant. | The panel shall give reasons, on request, to each tenant. | CONDITION
The council gives four weeks' notice. | The council will, save in an emergency, give four weeks' notice. | CONDITION
Sticks are forbidden, save those that the desk has issued. | Sticks are forbidden. | CONDITION
Staff may give insulin. | Staff may give insulin once a nurse has trained them. | CONDITION
Staff should save in a pension. | Staff must save in a pension. | STRONGER
Hirers should have public liability insurance. | Hirers are required to have public liability insurance. | STRONGER
Cars are not to be used to take pupils home. | Cars are to be used to take pupils home only if the head agrees. | LIFTED CONDITION
Shoes are to be removed. | Shoes are not to be removed. | PROHIBITED
Members shall not receive any payment. | Members shall receive no payment. | WORDING
We run the daily mile and a choir. | We run a choir. | CONTENT
A log is checked daily. | A log is checked. | DEADLINE
The bursar, who handles the cash, signs the slip. | The bursar, who handles the cash, is encouraged to sign the slip. | WEAKER
Make-up must not be worn by pupils. | Make-up must not be worn by pupils in Years 7 to 9. | AGE CONTENT
Staff shall not accept any gift. | Staff shall not accept any gift worth more than £25. | LIFTED NUMBER CONTENT
Key holders lock up. | Keyholders lock up. | WORDING
If a child is in danger, ring 999. | If a child is in immediate danger, ring 999. | CONTENT
If a child is at risk, ring 999. | If a child is at risk and the danger is immediate, ring 999. | CONDITION
Ring the office. | Ring the office immediately. | DEADLINE
The price is set. | The price of £5.50 per hour is set. | NUMBER
Hirers pay £5. | Hirers pay £5 a day. | DEADLINE
# names after titles, houses, buses and rooms are no dates and no amounts
Mrs May opens the post. | Mrs Marsh opens the post. | BODY
Mr August Bell runs the choir. | Mr Peter Bell runs the choir. | BODY
Mrs Day sees pupils in May. | Mrs Day sees pupils in June. | DATE
Find us at 14 Mill Lane. | Find us at 16 Mill Lane. | CONTENT
We offer 14 Mill Lane pupils a place. | We offer 16 Mill Lane pupils a place. | NUMBER
Take the 36 bus to the reservoir. | Take the 63 bus to the reservoir. | CONTENT
The 36 bus passes are kept in the office. | The 40 bus passes are kept in the office. | NUMBER
Meet in Room 12. | Meet in Room 14. | CONTENT
The room holds 12 pupils. | The room holds 14 pupils. | NUMBER
Each patrol is given a dozen tent pegs. | Each patrol is given 12 tent pegs. | CONTENT
Each patrol is given a dozen tent pegs. | Each patrol is given half a dozen tent pegs. | NUMBER
# “if not sooner” denies nothing
Forms come back within a week, if not sooner. | Forms come back within a week, or sooner. | CONTENT
Bags are left here if not locked. | Bags are left here if locked. | NEGATION
# a charge that became an interest, a rule that is only kept in mind
The clerk is responsible for the log. | The clerk is interested in the log. | WEAKER
The clerk takes an interest in the log. | The clerk is accountable for the log. | STRONGER
The clerk is responsible for the log. | The clerk keeps the log. | CONTENT
The club is interested in the field. | The club takes an interest in the field. | CONTENT
Managers follow the guidance on heat. | Managers have regard to the guidance on heat. | WEAKER
The board has regard to the code. | The board follows the code. | STRONGER
The school adheres to the code. | The school follows the code. | CONTENT
Ducks follow the ducklings. | Ducks have regard to the ducklings. | CONTENT
# an absence is a condition
In her absence, the deputy decides. | The deputy decides. | CONDITION
In the absence of a quorum, the meeting is put off. | The meeting is put off. | CONDITION
The absence of a note is written down. | The lack of a note is written down. | CONTENT
# who does it in the present tense
The room leader signs the nappy chart after each change. | The nappy chart is signed after each change. | BODY
The clerk sends the minutes to all members. | The minutes are sent to all members. | BODY
The clerk sends the minutes. | The agenda is sent. | CONTENT
The printer prints the list. | The list is printed. | CONTENT
The note goes to the nurse and the club chair, who read it. | The note goes to the nurse, who reads it. | BODY
# all of a kind, or some of it
The secretary writes to every applicant. | The secretary writes to applicants who are chosen. | WEAKER
The office rings parents who ask. | The office rings all parents. | STRONGER
Members may borrow every book. | Members may borrow books that are old. | CONTENT
The clerk reads every letter. | The clerk reads letters, which are kept. | CONTENT
# bans and duties in the present tense, with “it” for a body
Volunteers do not open letters addressed to residents. | - | LIFTED
The office does not open on Sundays. | - | DATE
The office rings home. | The office rings home. It writes a note in the day book. | STRONGER
The machine counts coins. | The machine counts coins. It prints a list of them. | CONTENT
A hirer agrees to pay for damage. | A hirer may pay for damage. | WEAKER
- | Parents agree to differ at times. |
# what people do not do in the present tense, and what they only do with something
Drivers do not use phones. | Drivers use phones. | LIFTED
Drivers do not use phones. | Drivers do not use phones or radios. | PROHIBITED
Members do not pay a fee. | Members pay a fee. | NEGATION
Babies do not sleep all night. | Babies sleep all night. | NEGATION
The club does not hold stock. | The club does not hold stock or cash. | CONTENT
Skippers should not sail without a radio. | Skippers should sail with a radio. | CONTENT
Guests may not enter without a badge. | Guests may enter without a badge. | LIFTED
# more conditions, times in words, and advice
Boats are hired out. | Boats are hired out on condition that a parent signs. | CONDITION
Members may bring guests provided they sign in. | Members may bring guests. | CONDITION
The food provided there is hot. | The food is hot. | CONTENT
Doors shut at half past nine. | Doors shut at half past ten. | DATE
Fees are due on the first of each month. | Fees are due on the 15th of each month. | DATE
The first of the two doors is locked. | The last of the two doors is locked. | CONTENT
Staff are advised against lending money. | Staff must not lend money. | PROHIBITED
We cannot thank our helpers enough. | We thank our helpers very much. | CONTENT
# what things do, what the law forbids, and part of a noun bind nobody
- | The maps are free and they will allow each walker to plan a route. |
- | This should instruct you in how to use the log. |
- | This should be signed by the bursar. | STRONGER
- | They should bring a coat. | STRONGER
- | Give the nurse everything she must see. |
- | They need to sign the log. | STRONGER
- | The law prohibits the sale of tobacco to children. |
- | The club prohibits smoking. | PROHIBITED
# an opening without a comma, and who or how many are responsible
At the end of a session the leader counts the balls, locks the shed and rings home. | At the end of a session the leader tries to count the balls, lock the shed and ring home. | WEAKER
In an emergency, the lifeguard clears the pool. | The lifeguard clears the pool. | CONDITION
The emergency plan is kept in the pool. | The plan is kept in the pool. | CONTENT
The ranger is responsible for the gates. | The ranger and the farmer are responsible for the gates. | BODY
The trustees are answerable for the funds. | The trustees are told about the funds. | WEAKER
Two people sign each cheque. | One person signs each cheque. | NUMBER
Two people sign each cheque. | One trustee signs each cheque. | NUMBER BODY
Canon May leads prayers. | Canon Lee leads prayers. | BODY
Dogs may not enter, with one exception: guide dogs. | Dogs may not enter. | CONDITION
We never tire of visitors. | We like visitors. | CONTENT
# some cannot, and another state
Some guests cannot climb stairs. | Some guests can climb stairs. | NEGATION
Guests cannot climb the wall. | Guests can climb the wall. | LIFTED
The garden may not be open in winter. | The garden may be closed in winter. | CONTENT
The garden may not be open in winter. | The garden may be open in winter. | NEGATION
The deputy, in consultation with the chair, sets the date. | The deputy sets the date. | CONDITION
# what only describes, beside what binds
- | Our helpers never stop smiling. |
- | Leaders never stop a match without cause. | PROHIBITED
- | Children do not always know why they cry. |
- | Staff do not use the gate. | PROHIBITED
- | Volunteers do not expect thanks. |
- | You must be joking, said the vicar. |
- | There must be a better way. |
- | There must be a first aider on site. | STRONGER
- | The roof must be over 300 years old. | AGE
- | Drivers must be over 21 years old. | STRONGER AGE
- | The word shall is used for duties. |
- | Some members have to travel far. |
- | All members have to sign. | STRONGER
- | Nobody knows who built the barn. |
- | Nobody signs for a parcel. | PROHIBITED
- | The guide tells stories. |
- | The guide tells the coach. | STRONGER
When the siren sounds, the guard must clear the beach, close the kiosk and ring home. | When the siren sounds, the guard must clear the beach and ring home. | WEAKER
When a child arrives late, loses a coat or cries, the head must ring home. | When a child arrives late or cries, the head must ring home. | CONTENT
"""
