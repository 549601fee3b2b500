"""Rules whose words of force, second deed or doer changed: old, new, what that does.

Read the other way round, each change does the opposite, or what stands behind the stroke.
"""

TABLE = """
# lifted under a condition, and added where one was
Kites are not flown over the road. | Kites are flown over the road if a warden agrees. | LIFTED CONDITION
Guests cannot bring a horse. | Guests can bring a horse if the warden agrees. | LIFTED CONDITION
Guests can bring a horse if the warden has given permission. | Guests cannot bring a horse. | PROHIBITED CONDITION
Horses cannot swim well. | Horses can swim well if they are taught. | CONDITION CONTENT
Sledges are not lent to guests. | Sledges are lent to guests where a form is signed. | LIFTED CONDITION
Photographs of guests are never published. | Photographs of guests are published if each guest agrees. | LIFTED CONDITION
Photographs of guests are published. | Photographs of guests are not published. | PROHIBITED
Rules are not published. | Rules are published if there is time. | CONDITION CONTENT
Deposits are not refunded. | Deposits are refunded if the trip is cancelled. | CONDITION CONTENT
The hut is not used for parties. | The hut is used for parties unless the warden objects. | LIFTED CONDITION
Riding in the yard is not allowed. | Riding in the yard is allowed at the discretion of the warden. | LIFTED CONDITION
# bans in other forms
The barn is used for parties. | The barn is not used for parties. | PROHIBITED
The barn is not used for parties. | The barn is used for parties. | LIFTED
This term is used for guests. | This term is not used for guests. | NEGATION
Falls are recorded in the log. | Falls are not recorded in the log. | NEGATION
Riders should avoid the bog. | Riders must not cross the bog. | STRONGER/WEAKER CONTENT
Riders should avoid crossing the bog. | Riders must not cross the bog. | STRONGER/WEAKER CONTENT
Riders are advised not to jump walls. | Riders do not jump walls. | PROHIBITED/WEAKER
Riders should avoid jumping walls. | Riders should not jump walls. | DUTY
It is acceptable to feed the horses. | It is unacceptable to feed the horses. | PROHIBITED
Shorts are appropriate for summer. | Shorts are inappropriate for summer. | CONTENT
Wearing shorts is inappropriate on rides. | Wearing shorts is appropriate on rides. | LIFTED
Ask where it is acceptable to ride. | Ask where it is unacceptable to ride. | CONTENT
Bonfires are allowed in autumn. | Bonfires are disallowed in autumn. | PROHIBITED
Fires are off limits for guests. | Fires are allowed for guests. | LIFTED
Riders are expected to drink cider in moderation. | Riders do not drink cider at any time. | PROHIBITED
Riders should ride on the left. | Riders do not ride on the road. | CONTENT
It is important to ring, and that bells are kept dry. | It is important to ring, and that bells are not kept dry. | NEGATION
# words of a cell, or after "is"
Hard hat: required on all rides | Hard hat: optional on all rides | WEAKER
Swimming lessons are voluntary for guests. | Swimming lessons are compulsory for guests. | STRONGER
A licence is not required for guides. | A licence is required for guides. | STRONGER
A licence is required for guides. | A licence is no longer required for guides. | WEAKER
A lifejacket is recommended on the lake. | A lifejacket is mandatory on the lake. | STRONGER
Bookings are mandatory for groups. | Bookings are recommended for groups. | WEAKER
Slips are not required for costs of less than £9. | Slips are required for all costs. | STRONGER NUMBER
Lamps are not required on the path. | Lamps are required on all roads. | NEGATION CONTENT
The required form is optional reading. | The optional form is required reading. | CONTENT
Say whether a hat is required. | Say whether a hat is optional. | CONTENT
# verbs that bind less, or more
The clinic answers letters. | The clinic endeavours to answer letters. | WEAKER
The clinic seeks to answer letters. | The clinic will answer letters. | STRONGER
The guide undertakes to keep the key. | The guide tries to keep the key. | WEAKER
The guide who takes the call undertakes to keep it secret. | The guide who takes the call endeavours to keep it secret. | WEAKER
Guides who undertake to ride early get tea. | Guides who endeavour to ride early get tea. | CONTENT
Theft will lead to dismissal. | Theft could lead to dismissal. | WEAKER
Rain will lead to mud. | Rain could lead to mud. | CONTENT
The lodge will lend boots. | The lodge reserves the right not to lend boots. | WEAKER
Cooks are advised to wash pans. | It is the responsibility of every cook to wash pans. | STRONGER
Cooks should wash pans. | Cooks are under an obligation to wash pans. | STRONGER
Guests are asked to make a contribution towards the fuel. | Guests are required to pay for the fuel. | STRONGER CONTENT
The trainee aims to learn. | The trainee aims to read. | CONTENT
# a second deed of the same sentence
The guide counts the riders. | The guide counts the riders and writes the number in the log. | STRONGER
The guide counts the riders and writes the number in the log. | The guide counts the riders. | WEAKER
Slips are signed by the cook. | Slips are signed by the cook and countersigned by the warden. | STRONGER
Slips are signed. | Slips are signed and dated. | CONTENT
Guides must check each saddle. | Guides must check each saddle and report any fault to the warden. | STRONGER
The guide counts the riders. | The guide counts the riders and notes. | CONTENT
The guide counts the riders who come. | The guide counts the riders who come and bring their own horse. | CONTENT
The lodge sells tea. | The lodge sells tea and is warm. | CONTENT
Most foals are brought by owners. | Most foals are brought by owners and fed by the cook. | CONTENT
Guides must not open the gate. | Guides must not open the gate and leave it open. | CONTENT
# a step of a procedure that came or went
- | The warden informs the owner of any horse that is lame. | STRONGER
A copy of the slip is sent to the owner. | - | WEAKER
- | The warden's team loves horses. |
- | Guests ask the best questions. |
- | The lodge sends its warmest wishes, and we hope to see you. |
- | The secretary keeps a register of all horses. | STRONGER
- | The website sends the form. |
- | This page is reviewed by the warden. |
- | The warden approved this list. |
- | The letter was sent to the owner. |
- | Each guide checks the saddles before a ride. | STRONGER
- | The guide sometimes checks the saddles. |
# who does it
Votes are counted by a person who is independent of the club. | Votes are counted by the secretary. | BODY
Votes are counted by the secretary. | Votes are counted by a guide who has no horse in the race. | BODY CONTENT
Horses are fed by nine. | Horses are fed by the cook. | NUMBER CONTENT
Guests may ride only in summer. | Guests may ride at any time. | DATE CONDITION CONTENT
Guests may ride at any time. | Guests may ride only in summer. | DATE CONDITION CONTENT
Guests may ride at noon. | Guests may ride at any time. | DATE CONTENT
# "as a rule", what is only hoped for, bans in rules of their own
The guide sends the list to owners. | The guide normally sends the list to owners. | WEAKER
The guide must lock the gate. | As a rule, the guide must lock the gate. | WEAKER
Riders wear blue. | As a rule, riders wear blue. | CONTENT
The club will pay the vet. | The club might pay the vet. | WEAKER
The lodge will need a vet. | The lodge might need a vet. | CONTENT
- | No swearing is tolerated. | PROHIBITED
- | Please refrain from riding at night. | PROHIBITED
- | The pond is off limits. | PROHIBITED
- | It is unacceptable to shout at horses. | PROHIBITED
- | The tap should be empty. |
"""
