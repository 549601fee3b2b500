"""Pairs of sentences by kind, a pair a line: rewordings, and below "≠" what only looks alike."""

REWORDINGS = """
# a phrase of time at the front or at the end
Every term the librarian counts the books. | The librarian counts the books every term.
Each Friday the caretaker tests the alarms. | The caretaker tests the alarms each Friday.
Once a week, the nurse checks the cupboard. | The nurse checks the cupboard once a week.
Two weeks before the event, the organiser sends a plan. | The organiser sends a plan two weeks before the event.
Before the race, skippers sign the sheet. | Skippers sign the sheet before the race.
After the meeting, the clerk publishes the minutes. | The clerk publishes the minutes after the meeting.
Within 5 days, the warden writes to the tenant. | The warden writes to the tenant within 5 days.
At the end of each term, the bursar checks the safe. | The bursar checks the safe at the end of each term.
In June the board elects a chair. | The board elects a chair in June.
Twice a year, the coach weighs the bags. | The coach weighs the bags twice a year.
≠
Every year the club reviews the plan and the board signs it. | The club reviews the plan and the board signs it every year.
Every week tutors remind pupils to wash. | Tutors remind pupils to wash every week.
Every term the board thanks tutors for coaching. | The board thanks tutors for coaching every term.
Every term the bursar checks the forms signed by parents. | The bursar checks the forms signed by parents every term.
Every day pupils may not leave the site. | Pupils may not leave the site every day.
Each term only members may vote. | Only members may vote each term.
Before noon, guests sign the book that the porter keeps. | Guests sign the book that the porter keeps before noon.
Every week the coach checks the boats which members use. | The coach checks the boats which members use every week.
After lunch, pupils rest and read. | Pupils rest and read after lunch.
Every month it is checked. | They check it every month.
Within 5 days, tenants also pay the deposit. | Tenants also pay the deposit within 5 days.
Before the race, skippers sign the sheet. | Skippers sign the sheet after the race.
Every term the librarian counts the books. | The librarian counts every book the term.
During the visit, no adult may drink. | No adult may drink during the visit.
Once the form is signed, the nurse opens the box. | The nurse opens the box once.
# a hedge in another place
Normally, guests leave before ten. | Guests normally leave before ten.
Usually, the clerk replies on the same day. | The clerk usually replies on the same day.
As a rule, hirers pay before the event. | Hirers pay before the event, as a rule.
Where practicable, volunteers work in pairs. | Volunteers work in pairs where practicable.
Members must, if possible, attend in person. | Members must attend in person if possible.
Whenever possible, coaches travel with the team. | Coaches travel with the team whenever possible.
An anonymous letter will not normally be looked into. | Normally, an anonymous letter will not be looked into.
If necessary, the warden must call a doctor. | The warden must, if necessary, call a doctor.
Wherever possible, dental and optical care is booked for holidays. | Optical and dental care is booked for holidays wherever possible.
Where appropriate, the tutor rings the parents. | The tutor rings the parents where appropriate.
≠
Where possible, staff who are ill ring the office. | Staff who are ill where possible ring the office.
Boats normally hired by members must be locked. | Normally, boats hired by members must be locked.
Pens, where possible, and paper must be brought. | Where possible, pens and paper must be brought.
If necessary, the head writes to parents to pay. | The head writes to parents to pay if necessary.
Normally, guests leave and the porter locks up. | Guests leave and the porter normally locks up.
Normally, only members may race. | Only normally may members race.
Usually the clerk replies, but not in August. | The clerk replies, but usually not in August.
If possible, pupils bring a hat and walk to school. | Pupils bring a hat and, if possible, walk to school.
Where necessary, the head asks whether the form is signed. | The head asks whether the form is signed where necessary.
Normally we think that guests leave. | We think that guests normally leave.
Where practicable, volunteers work in pairs. | Volunteers work in pairs where necessary.
Guests who normally pay leave early. | Guests who pay normally leave early.
Boats must, if possible, be locked or moved. | Boats must be locked or, if possible, moved.
# a condition at the front or at the end
If the lift is out of order, residents use the stairs. | Residents use the stairs if the lift is out of order.
When the alarm rings, pupils leave the room. | Pupils leave the room when the alarm rings.
If a boat is damaged, the hirer must pay. | The hirer must pay if a boat is damaged.
Whenever a tutor is absent, the office finds a deputy. | The office finds a deputy whenever a tutor is absent.
If the pool is closed, swimmers get a refund. | Swimmers get a refund if the pool is closed.
When a guest arrives, the porter checks the list. | The porter checks the list when a guest arrives.
If a key is lost, the warden changes the lock. | The warden changes the lock if a key is lost.
If the chair is absent, the deputy takes the chair. | The deputy takes the chair if the chair is absent.
When the hall is let, the caretaker stays on site. | The caretaker stays on site when the hall is let.
If a fee is late, the treasurer sends a reminder. | The treasurer sends a reminder if a fee is late.
≠
If the alarm rings, residents leave and the warden calls the brigade. | Residents leave and the warden calls the brigade if the alarm rings.
Members who hire a boat must, if it is damaged, pay. | If it is damaged, members who hire a boat must pay.
If a lift is stuck, ask the warden. | Ask the warden if a lift is stuck.
When a boat is free, the clerk tells members. | The clerk tells members when a boat is free.
If the pool is open, coaches bring pupils to swim. | Coaches bring pupils to swim if the pool is open.
When a dose is given, the nurse records. | The nurse records when a dose is given.
If it rains, it is covered. | It is covered if it rains.
If a parent agrees, the tutor asks if the pupil is well. | The tutor asks if the pupil is well if a parent agrees.
If the fee is late and the tenant is told, the room is let. | The room is let if the fee is late and the tenant is told.
If the pool is open, only members may swim. | Members may swim only if the pool is open.
Until the fee is paid, members may not race. | Members may race until the fee is paid.
If a key is lost, the warden does not change the lock. | The warden changes the lock if a key is not lost.
When they leave, guests return these. | Guests return these when they leave.
If the coach agrees, players may leave after the match. | Players may leave if the coach agrees after the match.
Even if the fee is paid, the boat is kept. | The boat is kept if the fee is paid.
# two of a kind, joined by and
The warden keeps a list of keys and badges. | The warden keeps a list of badges and keys.
Tenants may keep cats and dogs. | Tenants may keep dogs and cats.
Parents make routine dental and medical appointments. | Parents make routine medical and dental appointments.
Gloves or masks must be worn in the laboratory. | Masks or gloves must be worn in the laboratory.
Social and cultural events are free. | Cultural and social events are free.
Bring food and water. | Bring water and food.
The board and the council must agree. | The council and the board must agree.
Physical or verbal abuse is banned. | Verbal or physical abuse is banned.
We ask for tact and patience. | We ask for patience and tact.
Knives and matches are locked away. | Matches and knives are locked away.
≠
Red and blue teams start in this order. | Blue and red teams start in this order.
First check the gas and the power. | First check the power and the gas.
The parties are the buyer and the seller respectively. | The parties are the seller and the buyer respectively.
We log late arrivals and removals. | We log late removals and arrivals.
We note each late arrival and removal. | We note each late removal and arrival.
Tenants may keep large cats and dogs. | Tenants may keep large dogs and cats.
Tenants may keep cats and dogs with chips. | Tenants may keep dogs and cats with chips.
Members sign and return the form. | Members return and sign the form.
Ask the warden or deputy. | Ask the deputy or warden.
We keep people and dogs safe from cars. | We keep people safe from cars and dogs.
The club takes only cash and cards. | The club takes only cards and cash.
Use soap and then water. | Use water and then soap.
Their parents and tutors are told. | Their tutors and parents are told.
Hats and coats that are wet go outside. | Coats and hats that are wet go outside.
Boats may not be used by staff and guests. | Boats may not be used by guests and staff.
Ask the Head of Teaching and Learning. | Ask the Head of Learning and Teaching.
Ring the head and deputy, in turn. | Ring the deputy and head, in turn.
# is to be, must be
Ladders are to be kept in the shed and oiled. | Ladders must be kept in the shed and oiled.
Boats are to be cleaned and dried after use. | Boats must be cleaned and dried after use.
The log is to be signed and dated. | The log must be signed and dated.
Medicines are to be kept in a cabinet and returned to parents. | Medicines must be kept in a cabinet and returned to parents.
Each key is to be numbered and listed. | Each key must be numbered and listed.
The gate is to be locked and checked at noon. | The gate must be locked and checked at noon.
All bags are to be searched and tagged. | All bags must be searched and tagged.
Cash is to be counted and banked every week. | Cash must be counted and banked every week.
Minutes are to be kept and published. | Minutes must be kept and published.
Bins are to be emptied and washed. | Bins must be emptied and washed.
≠
Records are not to be kept and shown. | Records must be kept and shown.
If boats are to be hired and sailed, members ring us. | If boats must be hired and sailed, members ring us.
The aims are to be reached and kept. | The aims must be reached and kept.
Those who are to be married and housed ring us. | Those who must be married and housed ring us.
The trip is to be fun and cheap. | The trip must be fun and cheap.
Boats are to be used and kept for races only. | Boats only must be used and kept for races.
The log is to be signed and dated. | The log should be signed and dated.
The log is to be signed and dated. | The log may be signed and dated.
No bags are to be searched and tagged. | Bags must be searched and tagged.
Rooms are never to be lent or sold. | Rooms must be lent or sold.
Boats are to be cleaned and dried after use. | Boats must be cleaned and dried before use.
# cannot, unable to
A member who cannot attend sends an apology. | A member who is unable to attend sends an apology.
We help people who cannot read the form. | We help people who are unable to read the form.
No child is left out because the parents cannot pay. | No child is left out because the parents are unable to pay.
If the nurse cannot come, ring the office. | If the nurse is unable to come, ring the office.
Ring the office when you cannot open the gate. | Ring the office when you are unable to open the gate.
Guests who cannot climb stairs get a room downstairs. | Guests who are unable to climb stairs get a room downstairs.
The deputy signs where the head cannot sign. | The deputy signs where the head is unable to sign.
A fee is waived if a tenant cannot pay. | A fee is waived if a tenant is unable to pay.
Tell us since we cannot see the records. | Tell us since we are unable to see the records.
Pupils who cannot swim stay on the bank. | Pupils who are unable to swim stay on the bank.
≠
The tenant cannot sublet the flat. | The tenant is unable to sublet the flat.
Members cannot vote by post. | Members are unable to vote by post.
Volunteers cannot drive the bus. | Volunteers are unable to drive the bus safely.
A member who cannot attend sends an apology. | A member who is able to attend sends an apology.
A member who cannot attend sends an apology. | A member who may not attend sends an apology.
Pupils cannot leave if a tutor is late. | Pupils are unable to leave if a tutor is late.
If the nurse cannot come, ring the office. | If the nurse is unwilling to come, ring the office.
If it rains, boats cannot be hired. | If it rains, boats are unable to be hired at noon.
We cannot help those who cannot pay. | We are unable to help those who can pay.
A member who cannot attend need not pay. | A member who is unable to attend need pay.
# spelling
Volunteers must co-operate with the inquiry. | Volunteers must cooperate with the inquiry.
Teachers co-ordinate the visits. | Teachers coordinate the visits.
Members shall co-operate with the board. | Members must cooperate with the board.
The office sends the form by e-mail every week. | Every week the office sends the form by email.
Staff co-operate with the police if possible. | If possible, staff cooperate with the police.
# a hour, per hour; in the event of
The hire costs £12 per day. | The hire costs £12 a day.
Main hall: £25 per hour. | Main hall: £25 an hour.
Lifeguards work at most 6 hours per shift. | Lifeguards work at most 6 hours a shift.
In the event of a flood, the manager closes the cellar. | If there is a flood, the manager closes the cellar.
In the event of an accident, staff must call the nurse. | If there is an accident, staff must call the nurse.
In the event of rain, the match is moved. | If there is rain, the match is moved.
The match is moved in the event of fog. | If there is fog, the match is moved.
Each guest pays £3 per night. | Each guest pays £3 a night.
The fee is £9 per person. | The fee is £9 a person.
In the event of a dispute, the chair calls a meeting. | The chair calls a meeting if there is a dispute.
≠
In the event of a dispute, the chair decides. | If there is no dispute, the chair decides.
In the event of the fire drill, leave. | If there is a fire, leave.
The charge is £5 per person per day. | The charge is £5 a day.
The charge is £5 per day. | The charge is £5 a week.
The charge is £5 per day. | The charge is 5 a day.
In the event of a fire, ring the bell. | Unless there is a fire, ring the bell.
In the event of a fire, only the warden may stay. | Only in the event of a fire may the warden stay.
The fee is £9 per person. | The fee is £9, a person pays.
In the event of a flood, the manager closes the cellar. | If there is a flood, the manager may close the cellar.
Pay as per the rules. | Pay as the rules.
# whose it is
The tenant's address must be on the form. | The address of the tenant must be on the form.
The name of the patient is checked. | The patient's name is checked.
Clothes must be labelled with the child's name. | Clothes must be labelled with the name of the child.
The consent of the parent is needed. | The parent's consent is needed.
The club asks for the member's signature. | The club asks for the signature of the member.
The age of the pupil must be shown. | The pupil's age must be shown.
The porter rings the room of the guest. | The porter rings the guest's room.
The family of the patient is told. | The patient's family is told.
The permission of the owner must be shown. | The owner's permission must be shown.
The names of a player must be on the sheet. | A player's names must be on the sheet.
≠
The child's parent signs the form. | The parent's child signs the form.
The name of the child or parent is kept. | The child's name or parent is kept.
The friend of the tenant pays. | The tenant of the friend pays.
The assessment of the teacher is filed. | The teacher's assessment is filed.
The care of the child comes first. | The child's care comes first.
The inspection of the school is public. | The school's inspection is public.
The photograph of the member is kept. | The member's photograph is kept.
The parent of the pupil signs. | The pupil of the parent signs.
The name of the child's school is kept. | The child's name of the school is kept.
The address of the tenant is kept. | The tenants' address is kept.
The judgment of the panel is sent. | The panel's judgments are sent.
# all boats, every boat
All boats must be inspected before use. | Every boat must be inspected before use.
All volunteers must carry a badge. | Every volunteer must carry a badge.
All hirers shall sign the agreement. | Each hirer shall sign the agreement.
All items of clothing must be labelled. | Every item of clothing must be labelled.
All new members will pay £5. | Every new member will pay £5.
All visitors must wear a hat. | Every visitor must wear a hat.
Each glass must be washed. | Every glass must be washed.
All boxes must be sealed. | Each box must be sealed.
All delivery bodies must be registered. | Every delivery body must be registered.
All keys should be numbered. | Each key should be numbered.
≠
All members must elect a chair. | Every member must elect a chair.
All boats must not leave the dock. | Every boat must leave the dock.
All children must share a room. | Every child must share a room.
All forms must be signed by all partners. | Every form must be signed by a partner.
Not all tools must be returned. | Not every tool must be returned.
All members may vote. | Each member may vote twice.
All pupils must meet in the hall. | Each pupil must meet in the hall.
All boats must be inspected. | Any boat must be inspected.
All guests must decide together. | Every guest must decide together.
All members must agree on a date. | Every member must agree on a date.
All boats must be inspected. | All boats should be inspected.
All tenants must pay between them £90. | Each tenant must pay between them £90.
# the same verb once or twice
Tools must be clean and, where possible, kept in the case. | Tools must be clean and must, where possible, be kept in the case.
Records must be complete and must be dated. | Records must be complete and dated.
Data must be accurate and, where necessary, kept up to date. | Data must be accurate and must, where necessary, be kept up to date.
Members must pay the fee and must sign the form. | Members must pay the fee and sign the form.
The clerk shall keep the minutes and shall publish a summary. | The clerk shall keep the minutes and publish a summary.
The porter will lock the gate and will check the list. | The porter will lock the gate and check the list.
Boats should be dry and should be covered. | Boats should be dry and covered.
Hirers must clean the hall and must return the key. | Hirers must clean the hall and return the key.
Cups must be washed and must be dried. | Cups must be washed and dried.
Coaches must be trained and must be insured. | Coaches must be trained and insured.
≠
Members must not shout and must sign the form. | Members must not shout and sign the form.
Members must ask guests to pay and must sign. | Members must ask guests to pay and sign.
Members must pay those who leave and must sign. | Members must pay those who leave and sign.
Members must pay and should sign. | Members must pay and sign.
Members must pay the fee or must sign the form. | Members must pay the fee or sign the form.
Only members must pay and must sign. | Only members must pay and sign.
Records must be complete and, where possible, kept. | Records must, where possible, be complete and kept.
Members may pay and must sign. | Members may pay and sign.
Members must pay and guests must sign. | Members must pay and guests sign.
Members must pay and must not sign. | Members must pay and not sign.
Tools must be clean and must be kept dry. | Tools must be clean and may be kept dry.
Members must pay unless they leave and must sign. | Members must pay unless they leave and sign.
# the active and the passive
The clerk sends a copy to the tenant. | A copy is sent to the tenant by the clerk.
The treasurer pays the invoices. | The invoices are paid by the treasurer.
The committee shall approve the budget. | The budget shall be approved by the committee.
The panel will consider every appeal. | Every appeal will be considered by the panel.
The warden must check the pool every morning. | The pool must be checked by the warden every morning.
The governors shall publish the list on the site by 15 March each year. | The list shall be published by the governors on the site by 15 March each year.
The nurse keeps the records. | The records are kept by the nurse.
The teacher should write the report. | The report should be written by the teacher.
The board stops the payments. | The payments are stopped by the board.
The wardens call the police. | The police are called by the wardens.
The staff tell the parents. | The parents are told by the staff.
The porter copies the keys. | The keys are copied by the porter.
≠
The school informs the parents. | The parents inform the school.
The club pays the coach. | The coach pays the club.
A copy is sent to the clerk by the tenant. | The clerk sends a copy to the tenant.
The committee shall be approved by the chair. | The committee shall approve the chair.
The form is signed by the deadline. | The deadline signs the form.
The nurse checked the list. | The list is checked by the nurse.
The nurse must check the list. | The list should be checked by the nurse.
The officer must not send the list. | The list must be sent by the officer.
Only the nurse opens the box. | Only the box is opened by the nurse.
The tutor checks their form. | Their form is checked by the tutor.
The head may close the hall. | The hall may close the head.
A guide leads every group. | Every group is led by a guide.
The clerk will send the list. | The list is sent by the clerk.
The clerk keeps the list. | The list is kept by the cupboard.
The teacher wrote the report. | The report is written by the teacher.
The nurse read the list. | The list is read by the nurse.
The guards put the cones out. | The cones are put out by the guards.
The nurse kept the records. | The records are kept by the nurse.
The nurse read the list. | The list was read by the nurse.
Staff may only use the lift. | Only staff may use the lift.

# slips of the pen
The vault is cleaned in its entirity. | The vault is cleaned in its entirety.
The logs are publically shown. | The logs are publicly shown.
The mast is seperate. | The mast is separate.
The cox is there o assist. | The cox is there to assist.
The rower.s bag is checked. | The rower's bag is checked.
An ex-officio rower attends. | An ex officio rower attends.
Article 3. The crew | Article III. The crew
≠
Take prednisone daily. | Take prednisolone daily.
The rota is shown. | The rate is shown.
Goods are bought. | Goods are brought.
Fill in the form. | Fill in the from.
Rowers resign each year. | Rowers re-sign each year.
Smyth signs the list. | Smith signs the list.

# he or she
If a rower loses, s/he must tell the cox in his or her own words. | If a rower loses, they must tell the cox in their own words.
He/she must tell the cox. | They must tell the cox.
≠
If he loses, the race ends. | If they lose, the race ends.

# about
If the appeal is about the fee, the cox decides. | Where the appeal concerns the fee, the cox decides.
Questions regarding the visa are free. | Questions about the visa are free.
≠
The room where the boiler is stays shut. | The room if the boiler is stays shut.
If the appeal is about the fee, we decide. | If the appeal is from the fee, we decide.

# passive with may, and not any
Rooms may be entered by the warden. | The warden may enter rooms.
Traffic may be monitored by the IT team, and users should know this. | The IT team may monitor traffic, and users should know this.
Guests should not bring any food. | Guests should bring no food.
Guests do not need any ticket. | Guests need no ticket.
≠
Rooms may be entered by the warden. | Rooms may enter the warden.
Guests should not bring all food. | Guests should bring no food.

# sure pairs of words and phrases
Salaries are reviewed every year by the board. | Salaries are reviewed annually by the board.
Volunteers complete training prior to their first shift. | Volunteers complete training before their first shift.
An ambulance is called at once if a casualty is unconscious. | An ambulance is called immediately if a casualty is unconscious.
No teacher loses pay for attending a meeting, provided that the head has been told. | No teacher loses pay for attending a meeting, as long as the head has been told.
Parents inform the transport team of any change of address at least ten days in advance. | Parents tell the transport team about any change of address at least ten days in advance.
There are at least two adults for every sixteen pupils on visits. | There are a minimum of two adults for every 16 pupils on visits.
Members of the committee stand for election every two years. | Committee members stand for election every two years.
The internal auditor carries out a check of petty cash every month. | The internal auditor checks petty cash every month.
Readers return reference books to the shelves before they leave. | Before they leave, readers put reference books back on the shelves.
Families enroll online and receive an acknowledgement, which the office organizes by e-mail. | Families enrol online and receive an acknowledgement, which the office organises by email.
The librarian must notify the reader of the fine. | The librarian must tell the reader about the fine.
Skippers may carry up to six guests. | Skippers may carry no more than six guests.
The treasurer must ensure that receipts are kept. | The treasurer must make sure that receipts are kept.
The treasurer ensures that receipts are kept. | The treasurer makes sure receipts are kept.
Overnight trips require written consent. | Overnight trips need written consent.
Coaches must purchase their own whistles. | Coaches must buy their own whistles.
Doors stay locked until the bell rings. | Doors stay locked till the bell rings.
Following the match, players return their shirts. | After the match, players return their shirts.
The office telephones parents if a child is ill. | The office rings parents if a child is ill.
The room costs £5 per week. | The room costs £5 each week.
The race commences at noon. | The race begins at noon.
In the event of any damage, the hirer rings the warden. | If there is any damage, the hirer phones the warden.
Members must sign in order to vote. | Members must sign to vote.
The leisure center offers a program of colorful events. | The leisure centre offers a programme of colourful events.
Visitors may park on condition that they show a permit. | Visitors may park provided that they show a permit.
≠
Only two boats may leave at once. | Only two boats may leave immediately.
Records are kept as long as the tenant lives here. | Records are kept provided that the tenant lives here.
The coach tells players to leave. | The coach informs players of leave.
The school requires a deposit. | The school needs a deposit.
The school requires pupils to wear a tie. | The school needs pupils to wear a tie.
Staff following the procedure sign the form. | Staff after the procedure sign the form.
Requests are made in writing. | Requests are made by letter.
Guests can swim. | Guests may swim.
Skippers may carry up to six guests. | Skippers may carry at least six guests.
The file is kept until noon. | The file is kept from noon.
Members of the public may watch. | Club members may watch.
The nurse checks bags weekly. | The nurse checks bags daily.
The check is signed by the clerk. | The cheque is signed by the clerk.
The warden rings the bell. | The warden phones the office.
The nurse must tell parents of pupils who are ill. | The nurse must tell pupils who are ill.
The hall is let a maximum of two days. | The hall is let a minimum of two days.
Fees are due before the term. | Fees are due following the term.
Records are destroyed following the policy. | Records are destroyed after the policy.
The coach leaves immediately. | The coach leaves at once a week.
Members may take five books at once. | Members may take five books immediately.
Not more than one guest may swim at once. | Not more than one guest may swim immediately.
Books are kept as long as needed. | Books are kept provided that needed.
Leave lasts as long as the illness lasts. | Leave lasts provided that the illness lasts.
Members may stay as long as they pay. | Members may stay provided that they pay.
The head asks parents to inform staff. | The head tells parents to help staff.
The clerk may tell members off. | The clerk may tell members about.
The nurse tells parents of pupils. | The nurse tells parents about pupils.
The office rings the bell at noon. | The office phones the bell at noon, too.
The party consists of up to ten children and one adult. | The party consists of up to ten adults and one child.
Pupils pay up to £5. | Pupils pay over £5.
The bridge is over 5 metres. | The bridge is at most 5 metres.
The light hangs over one door. | The light hangs more than one door.
Staff hand over two keys. | Staff hand more than two keys.
The club goes over three rules at the start. | The club goes more than three rules at the start.
Children cross over one road. | Children cross more than one road.
Fees are paid on 1 May. | Fees are paid upon 3 May.
Rooms are available due to cleaning. | Rooms are available to clean.
The fee is due to the club. | The fee is because of the club.
The work is due to start in May. | The work is because of start in May.
He gets off the bus. | He obtains off the bus.
Members start work weekly. | Members start weekly work.
Players need not wear hats. | Players require no hats.
The clerk carries out a review of the complaint. | The clerk views the complaint.
The clerk makes a count of the votes. | The clerk makes the votes count.
Club members may vote. | Members of the club board may vote.
A member of the team leads. | The team members lead.
Pupils who leave early sign the book. | Pupils leaving early sign the book at once.
Pupils who smoke are sent home. | Pupils smoking are sent home.
Members who hold a key open the hut. | Members holding a key may open the hut.
Each year the board may help staff. | Each year the board may assist no staff.
Hot meals are served daily. | Hot daily meals are served.
The trust needs money until May. | The trust requires money till June.
The report is for the board, for example. | The report is for the board.
The form is filled in by the nurse. | The form is filled by the nurse.
Coaches start the race. | The race starts coaches.
Two boats leave at 2. | 2 boats leave at three.
At least once a week the pool is cleaned. | Once a week the pool is cleaned.
The pool is cleaned at least every week. | The pool is cleaned at most every week.
The board meets one day every week. | The board meets on one day of the week.
One chair every room. | One chair a room.
Give one key to each pupil. | Give one key to a pupil.
There are two tutors for every child. | There are two tutors for a child.
The tire is checked. | The tyre is checked daily.
Members must assure safety. | Members must ensure safety.

# a phrase after a passive, "all", and who raises, raising
Confiscated items are kept by the office until the end of the day. | The office keeps confiscated items until the end of the day.
At the start of each year, all pupils sign the acceptable use agreement. | All pupils sign the acceptable use agreement at the start of each year.
Every month, all drivers show their licence. | All drivers show their licence every month.
Before they leave, guests return the key. | Guests return the key before they leave.
After they arrive, campers sign the register. | Campers sign the register after they arrive.
Lost cards are replaced by the library within two days. | The library replaces lost cards within two days.
Tools are checked by the warden after every use in the workshop. | The warden checks tools after every use in the workshop.
A person who raises a concern is told the outcome. | A person raising a concern is told the outcome.
The person who raises a concern is told the outcome wherever possible. | Wherever possible, the person raising a concern is told the outcome.
Visitors who bring a dog pay £2. | Visitors bringing a dog pay £2.
≠
Every day, not all pupils sign. | Not all pupils sign every day.
Before they leave, guests tell the wardens. | Guests tell the wardens before they leave.
Before all meetings, members eat. | Members eat before meetings.
Each year, no pupil may leave. | No pupil may leave each year.
Items are kept by the office until the end. | Items are kept by the office from the end.
Items are not kept by the office until noon. | The office does keep items until noon.
Visitors who bring a dog pay £2. | Visitors who brought a dog pay £2.
Visitors who bring a dog or cat pay £2. | Visitors bringing a dog pay £2.
The person who raises a concern is told the outcome. | The person raised a concern and is told the outcome.
Lost cards are replaced by the library within two days. | Lost cards are replaced within two days.
# two sentences joined, a noun for a pronoun
Detentions are supervised by a senior teacher. They end at 4 pm. | Detentions, which end at 4 pm, are supervised by a senior teacher.
The register is kept by the clerk. It is open to members. | The register, which is open to members, is kept by the clerk.
The clerk keeps the minutes. The clerk publishes a summary. | The clerk keeps the minutes and publishes a summary.
The warden signs the form. She sends a copy to the tenant. | The warden signs the form and sends a copy to the tenant.
Lifeguards wear a red shirt. Lifeguards carry a whistle. | Lifeguards, who carry a whistle, wear a red shirt.
When the investigator has finished, the investigator sends a report to the headteacher. | When the investigator has finished, she sends a report to the headteacher.
If the tenant is ill, the tenant rings the office. | If the tenant is ill, he rings the office.
When the alarm has rung, the alarm is reset. | When the alarm has rung, it is reset.
If the caretaker is absent, the caretaker's keys are kept in the safe. | If the caretaker is absent, her keys are kept in the safe.
After the referee has stopped the match, the referee writes a report. | After the referee has stopped the match, he writes a report.
≠
Detentions which end at 4 pm are supervised by a senior teacher. | Detentions are supervised by a senior teacher. They end at 4 pm.
Boats are kept in sheds. They are locked. | Boats, which are locked, are kept in sheds.
The key is kept in the box. It is red. | The key, which is red, is kept in the box.
The warden tells the nurse. She signs the form. | The warden tells the nurse and signs the form.
If it rains, the coach rings parents. The coach opens the hall. | If it rains, the coach rings parents and opens the hall.
The clerk signs the form. She sends it every week. | The clerk signs the form and sends it every week.
When the examiner meets the candidate, the examiner signs. | When the examiner meets the candidate, she signs.
When the examiner meets the candidate, the candidate signs. | When the examiner meets the candidate, the examiner signs.
If the tenant is ill, the landlord rings the office. | If the tenant is ill, he rings the office.
Members must not smoke. Members must sign the book. | Members must not smoke and sign the book.
The clerk keeps the minutes. The clerk publishes a summary. | The clerk keeps the minutes or publishes a summary.
The clerk may keep the minutes. She publishes a summary. | The clerk may keep the minutes and publish a summary.
The cook, who tells the porter, signs. | The cook signs. The porter tells the cook.
If pupils, who are ill, ring, staff come. | If pupils ring, staff come. They are ill.
Fees are low. They, which are high, end. | Fees, which are high, are low.
All members who sing pay. | All members pay. They sing.
The board may appoint a clerk. The board may dismiss a clerk. | The board may appoint a clerk and dismiss.
The gate is locked. The gate is painted. | The gate is locked and painted daily.
Staff must sign and leave. | Staff must sign. Staff leave.
A member may bring a guest. A member may bring a dog. | A member may bring a guest and a dog.
Members may use the gym. Members may use the pool. | Members may use the gym and may use the pool only.
A tenant signs. A tenant pays. | A tenant signs and pays.
One pupil reads. One pupil writes. | One pupil reads and writes.
Each year, any member may ask. | Any member may ask every other year.
In June all staff may not leave. | All staff may not leave in June.
Before they leave, all guests and pupils sign. | All guests and pupils sign before they leave early.
When they ask guests, staff smile. | Staff smile when guests ask.
Food is kept by the cook until the guests may eat. | The cook keeps food until guests may not eat.
Guests are told by the porter until noon to leave. | The porter tells guests to leave until noon.
The board reviews the yearly plan. | The board reviews the plan every year.
Fees are paid prior to the course. | Fees are paid prior to and during the course.
Members may not start before noon. | Members may not begin until noon, or after.
The nurse is told by the head. | The nurse tells the head.
Members must purchase a ticket. | Members may buy a ticket.
Pupils who need help ask a tutor. | Pupils needing no help ask a tutor.
Anyone who breaks a tool pays. | Anyone breaking no tool pays.
The captain tells players that training starts. | The captain tells players to start training.
Staff make sure that doors close. | Staff make sure doors closed.
The trainer ensures riders wear helmets. | The trainer ensures riders' helmets wear.
Rooms are booked up to one week ahead. | Rooms are booked at least one week ahead.
No more than two dogs are allowed. | No fewer than two dogs are allowed.
Not every year is a plan made. | Every year no plan is made.
The pool is open daily. | The pool is open one day.
Guests ring the office if they are late. | Guests ring the bell if they are late.
The phone rings. | The phone is rung.
If the lodger pays the owner, the owner signs. | If the lodger pays the owner, he signs.
When pupils leave the room, the room is locked. | When pupils leave the room, they are locked.
If the pool is in the hall, the hall is shut. | If the pool is in the hall, it is shut.
When the chair writes to her sister, the chair pays. | When the chair writes to her sister, she pays.
The caretaker opens the gate. The caretaker opens the hall on Sundays. | The caretaker opens the gate and opens the hall on Sundays.
The office sends a letter. It is signed. | The office, which is signed, sends a letter.
Coaches meet parents. They bring food. | Coaches meet parents and bring food.
Only staff park here. Only staff eat here. | Only staff park here and eat here.
The board does not meet. The board votes. | The board does not meet and votes.
The clerk should reply. The clerk must sign. | The clerk should reply and sign.
The cook buys food. The cook is paid. | The cook buys food and is paid weekly.
Before they sign, members read the form to guests. | Members read the form to guests before they sign.
Every week the warden checks all rooms but one. | The warden checks all rooms but one week.
In June, all clubs and schools close. | All clubs and schools that close in June.
The porter keeps bags until guests leave and pays. | Bags are kept by the porter until guests leave and pay.
Members of the club may bring children. | Club members' children may come.
The licence is valid. | The licensee is valid.
The center is closed. | The centre is closing.
The practise room is open. | The practised room is open.
The program may be canceled. | The programme may not be cancelled.
Give the dose at once after food. | Give the dose once after food.
Visits in advance of the term are free. | Visits after the term are free.
Fees must be paid in advance of. | Fees must be paid.
Members inform the club if they move. | Members inform the club before they move.
Report faults so that staff act. | Report faults in order to act.
Bags are put back in the hall. | Bags are put in the back hall.
Leave no bag on the bus. | Leave no bag upon leaving the bus.
Books are kept till needed. | Books are kept in the till.
Money in the till is counted. | Money until is counted.
Two staff watch. 2 staff swim. | Two staff watch and 2 staff swim daily.
Repairs are carried out in the year following. | Repairs are carried out in the year after the following.
Members may stay as long as six hours. | Members may stay provided that six hours.
Members may park provided the permit is shown. | Members may park provided the permit.
The wedding rings are kept safe. | The wedding phones are kept safe.
The vault may be cleaned in its entirity. | The vault may not be cleaned in its entirety.

# a passive behind which something follows, or with a relative clause
Claims which are made late will be refused by the bursar. | The bursar will refuse claims which are made late.
Gifts that are worth more than £25 must be declared by trustees. | Trustees must declare gifts that are worth more than £25.
Requests that concern a neighbour will be considered on an individual basis by the warden. | The warden will consider requests that concern a neighbour individually.
Helmets are to be worn by all riders whilst on the course. | All riders are to wear helmets while on the course.
Boats that members hire are checked by the warden. | The warden checks boats that members hire.
All crews must be told by the coach. | The coach must tell every crew.
On arrival, guests must sign the book. | Guests must sign the book on arrival.
Wrist bands are to be worn by swimmers in the pool. | Swimmers must wear wrist bands in the pool.
≠
Boats that members hire are checked by the warden every week. | The warden checks boats that members hire every week.
Pupils who are late are sent to the office by the tutor. | The tutor sends pupils who are late to the office.
Parents are told by the school of a change. | Parents tell the school of a change.
Claims which are made late may be refused by the bursar. | The bursar will refuse claims which are made late.
All boats must be locked by the porter together. | The porter must lock every boat together.
Every boat must be checked by all crews. | All boats must be checked by every crew.
Claims which are made by the bursar will be refused. | The bursar will refuse claims which are made.
The aim of riders is to wear helmets. | The aim of riders must wear helmets.
Helmets are to be worn by all riders. | Some riders are to wear helmets.
# cases, records and a class
Letters that are sent anonymously will not be answered. | Anonymous letters will not be answered.
A concern which is raised anonymously is logged. | An anonymous concern is logged.
Appeals made formally are heard by the panel. | Formal appeals are heard by the panel.
Files relating to a member are destroyed after six years. | Member files are destroyed after six years.
Records about patients must be locked away. | Patient records must be locked away.
Pupils must not run in corridors. | A pupil must not run in corridors.
Visitors must sign the book. | A visitor must sign the book.
Volunteers must never be left alone with a child. | A volunteer must never be left alone with a child.
Members must not sell their tickets. | A member must not sell his or her ticket.
Hirers shall not move their stalls at noon. | A hirer shall not move their stall at noon.
≠
Letters that are sent verbally will not be answered. | Anonymous letters will not be answered.
Letters that are sent late will not be answered. | Anonymous letters will not be answered.
Records about the pupil must be locked away. | Pupil records must be locked away.
Records of teachers must be locked away. | Teacher records must be locked away.
Files about a pupil's home must be locked away. | Pupil files must be locked away.
Teachers must be present. | A teacher must be present.
Lifeguards must watch the pool. | A lifeguard must watch the pool.
Parents must sign the form. | A parent must sign the form.
Visitors may park here. | A visitor may park here.
Members must not share a boat. | A member must not share a boat.
Guests must not bring more than two dogs. | A guest must not bring more than two dogs.
Visitors must tell their parents. | A visitor must tell his or her parent.
# consent
Software must not be installed without the prior approval of the bursar. | Software must not be installed unless the bursar has given prior approval.
No dog is let in without the consent of the warden. | No dog is let in unless the warden consents.
Nobody may film without the permission of the chair. | Nobody may film unless the chair has given permission.
Staff must not work elsewhere without the club's prior written consent. | Staff must not work elsewhere unless the club has given prior written consent.
Keys may not be copied without the agreement of the porter. | Keys may not be copied unless the porter has agreed.
Keys may not be copied without written authorisation from the porter. | Keys may not be copied unless the porter has authorised it in writing.
Keys may not be copied except with the consent of the porter. | Keys may not be copied without the porter's consent.
≠
Pupils may leave without the consent of a parent. | Pupils may leave unless a parent has consented.
Pupils not in uniform may leave without the consent of a parent. | Pupils not in uniform may leave unless a parent has consented.
Dogs may not be let in without written consent from the warden. | Dogs may not be let in unless the warden has given consent.
Dogs may not be let in without the consent of the warden. | Dogs may not be let in unless the owner has consented.
Dogs may not be let in without the consent of the warden. | Dogs may be let in unless the warden has consented.
Dogs may not be let in without the consent of the warden. | Dogs may not be let in unless the warden has refused consent.
Dogs may not be let in without the agreement of the warden. | Dogs may not be let in unless the warden has approved it.
Pupils who do not eat here may leave without the consent of the head. | Pupils who do not eat here may leave unless the head has consented.
Pupils may leave, and must not run, without the consent of the head. | Pupils may leave, and must not run, unless the head has consented.
# who is, who has
Any member who is found to have breached the rules pays. | Any member found to be in breach of the rules pays.
Boats that are owned by the club must be locked. | Boats owned by the club must be locked.
Pupils who are taking part must bring lunch. | Pupils taking part must bring lunch.
Pupils who have a medical card may leave early. | Pupils with a medical card may leave early.
Visitors who are under 16 must be with an adult. | Visitors under 16 must be with an adult.
≠
Staff who are smoking are warned. | Staff who smoke are warned.
Boats that were owned by the club must be locked. | Boats owned by the club must be locked.
Pupils who are found to have bullied others stay in. | Pupils said to have bullied others stay in.
Pupils who have to leave early sign out. | Pupils with to leave early sign out.
Pupils who have no medical card may leave early. | Pupils with a medical card may leave early.
Members who have paid may vote. | Members paying may vote.
# two sentences in one
The panel sits in June. The panel consists of three people. | The panel, which consists of three people, sits in June.
The leader makes a plan. The plan is approved by the head. | The leader makes a plan, which is approved by the head.
Coaches hold a talk with every rower who is late. The talk is noted in the log. | Coaches hold a talk with every rower who is late, which is noted in the log.
The clerk writes to the owner. The owner signs the deed. | The clerk writes to the owner, who signs the deed.
≠
The clerk puts the form in the file. The form is signed. | The clerk puts the form in the file, which is signed.
Staff read the plan of the trip. The trip is approved. | Staff read the plan of the trip, which is approved.
The head informs the panel, which decides. | The head informs the panel and decides.
The tutor tells the parent, who signs the form. | The tutor tells the parent and signs the form.
The clerk writes to the owner of the tenant. The owner signs the deed. | The clerk writes to the owner of the tenant, who signs the deed.
Tutors keep a log. The log must be locked. | Tutors keep a log, which may be locked.
Tutors keep a log. The head is told. | Tutors keep a log, which is told.
# abbreviations
Concerns go to the DSL. | Concerns go to the designated safeguarding lead.
Concerns go to the Designated Safeguarding Lead (DSL). | Concerns go to the DSL.
The DDSL keeps the log. | The deputy designated safeguarding lead keeps the log.
Pupils with EHC plans come first. | Pupils with education, health and care plans come first.
The SLT reviews the plan. | The senior leadership team reviews the plan.
The special educational needs co-ordinator meets parents. | The SENCO meets parents.
Concerns go to the local authority designated officer. | Concerns go to the LADO.
The DPO answers it. | The data protection officer answers it.
≠
Concerns go to the DSL. | Concerns go to the deputy designated safeguarding lead.
Concerns go to the DDSL. | Concerns go to the designated safeguarding lead.
The DPO answers it. | The DSL answers it.
The TA keeps the log. | The teaching assistant keeps the log.
The PEP is kept. | The personal education plan is kept.
The slt reviews the plan. | The sit reviews the plan.
# the table of phrases
The hirer pays for damage caused in the course of the letting. | The hirer pays for damage caused during the letting.
In the event that there are more bids than boats, lots are drawn. | Where there are more bids than boats, lots are drawn.
There is no charge for talks in the hall. | No charge is made for talks in the hall.
No rower will be left out of a race because their parents cannot pay. | No rower will be excluded from a race because his or her parents are unable to pay.
Files are retained for a period of six years. | Files are kept for six years.
Guests must adhere to the rules. | Guests must comply with the rules.
Members who fail to pay lose the vote. | Members who do not pay lose the vote.
The number of dogs must not exceed two. | The number of dogs must be no more than two.
The plan is reviewed on an annual basis. | The plan is reviewed every year.
Boats must be moored in a safe manner. | Boats must be moored safely.
Bring evidence of your skills and proof of their identity to the talk. | Bring proof of your skills and proof of identity to the talk.
Notice of 14 days or more is needed. | Notice of at least 14 days is needed.
≠
Files are kept for six years. | Files are returned for six years.
Bring proof of your identity. | Bring proof of your child's identity.
Ask for help in case of fire. | Ask for help except in case of fire.
Bring bags in the course. | Bring bags during.
Keys are kept in the absence of the head. | Keys are kept without the head.
Lamps must be lit at any time. | Lamps must be lit at all times.
Apart from the fee, members pay a deposit. | Except for the fee, members pay a deposit.
The contract ends at its conclusion. | The contract begins at its conclusion.
Members who fail to pay lose the vote. | Members who pay lose the vote.
The plan is reviewed biannually. | The plan is reviewed every two years.
The number of dogs must not exceed two. | The number of dogs must exceed two.
Files are kept for a period of six years. | Files are kept within six years.
# the, which and that
≠
Pupils in charge of staff leave first. | Pupils in the charge of staff leave first.
Tenants in possession of the keys pay. | Tenants in the possession of the keys pay.
The panel decides which pupils leave. | The panel decides that pupils leave.
The few pupils who are late sign. | Few pupils who are late sign.
The most votes win. | Most votes win.
"""
