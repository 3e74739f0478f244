"""Sentences of news with slots: p person, s the same person's short name, o organization, co company, b public body, a its acronym,
cl club, ct club called by its city or short name, pt party, ar armed group, pa newspaper or station, bd known public body, un university, lc listed company, coin coined name, c city, n country, r region, f facility, g demonym, gs demonyms, gd one of a people, k people or faith, e event, tn tournament, w work, sh ship, st storm, pr product, t role, T title, d day, m month, num number,
ac an acronym that names nobody, pl people in the plural, ws an everyday word with a capital, tk a ticker symbol.
"""

from __future__ import annotations

HEADLINES = """
{p} wins {n} election
{n} court jails {g} activist {p}
{s} says no to talks with {o}
{co} to cut {num} jobs in {c}
{st} kills dozens in {n}
{o} warns of famine in {r}
{cl} beat {cl2} to reach final
{n} and {n2} sign trade deal
{n}'s {s} resigns
{g} police arrest {num} in {c} raid
{p}, {t} and {t2}, dies at {num}
Who is {p}?
{p}: I will not resign
{c} airport reopens after blast
{n}: {num} dead as bus falls into ravine
Fire at {f} leaves {num} homeless
{o} chief {p} to step down
{T} {s} Meets {g} Counterpart in {c}
{co} Shares Fall After {g} Regulator Opens Inquiry
{p} and {p2} Share {e}
Police Seek Suspect in {c} Shooting
UPDATE: {n} says it shot down {g} drone
In {c}, a Market Rises From the Ashes
{n} v {n2}: five things we learned
{c} Mayor {s} Vows To Rebuild {f}
{o}, {co} agree merger
{g} film ‘{w}’ opens in {c}
Opinion: Why {n} cannot win
'We have lost everything': {r} after the flood
{s} 'regrets' remarks on {gs}
Interview: {p} on life after {e}
{cl} sign {p} from {cl2}
{g} {t} visits {f}
Obituary: {p}
{n} Bans {pr} Over Security Fears
{p} Hints at Comeback as {ct} Struggle
{ct} Sack {p}
{ct} stun {ct2} in {tn}
{ct} 2-1 {ct2}: {s} sinks visitors
{pt} Picks {p} for {c} Seat
{pt} sweeps {r} as {pt2} falters
{pt}'s {s} quits after {pa} report
{s} Sues {pa} Over {w} Claims
{ar} frees {num} hostages in {r}
{ar}, {ar2} trade fire near {c}
{lc} Sues {lc2} Over Patents
{lc} Names {p} Chief Executive
{lc} profit beats forecasts as {ac} costs fall
{lc}: {s} out, {s2} in
{bd} Seizes {num} Trucks at {c} Border
{bd} raps {n} over {g} refugees
{n}'s {bd} Probes {lc}
{g} Strike Kills {pl} in {c}
{g} {t} Held in {c}
Landslide Buries Village in {r}
Gunmen Kill {num} in {c} Market Attack
{pl} March on {f} as Prices Rise
{pl} Flee as {st} Nears {c}
Court Frees {p}
Police Charge {p} Over {c} Fire
Judge Tells {s} to Pay {lc}
Trial of {p} Begins in {c}
{s} Withdraws From {tn}
{s} Wins {tn} Again
{s} Breaks Record in {c}
{un} Study Links {ac} to Pollution
Quake Shakes {c}; {f} Closed
{n} v {n2}: {s} Takes Five
{T} {s} Tells {n}: Pay Up
What {s} and {s2} Said in {c}
{s}, {s2} Clash Over {ac} in {c} Debate
From {c} to {c2}: The Long Road of {p}
Review: {s}'s "{w}" at {f}
Letters: {e} and Other Worries
BRIEF - {lc} sees Q4 charge
SOCCER - {ct} BEAT {ct2}
UPDATE 2-{lc} cuts outlook on weak {r} sales
INTERVIEW-{lc} CEO {p} on {n}, tariffs and growth
EXPLAINER: Who Are the {k} of {r}?
LIVE: {ct} v {ct2}
""".strip().split("\n")

STORIES = """
{T} {p} said on {d} that {n} would not take part in the talks.
"We will not accept this," {s} told reporters in {c}.
{p}, the {t} of {o}, said the figures were worrying.
{s}, {num}, was born in {c}, {n}, and studied at {o2}.
The {g} {t}, {p}, arrived in {c} late on {d}.
Former {t} {p} was sentenced to {num} years in prison by the {b}.
{o} ({n}) denied the report.
The {b} ({a}) said {num} people had been killed.
{a} {t} {p} said the inquiry would go on.
{p} of {o} scored twice as {cl} beat {cl2} 3-1 at {f}.
{n}'s {T} {p} met {n2}'s {p2} at {f} on {d}.
{g} officials said {p} had left for {n2} on board a private jet.
At least {num} people were killed when a bus fell into a ravine near {c} in {r}.
Police in {c} arrested {p}, {num}, on suspicion of fraud.
The suspect, identified as {p}, was taken to {f}.
{co} said on {d} it would buy {co2} for ${num} million.
Shares in {co} fell {num}% in {c} after {T} {s} spoke.
{p}, who founded {co} in {num}, owns a third of the company.
{co} chief executive {p} declined to comment.
"{n} is our neighbour and our friend," said {p}, an analyst at {o}.
{st} made landfall near {c} early on {d}, the {b} said.
Thousands fled {c} and {c2} as {st} moved towards {r}.
{o} fighters attacked an army post in {r}, killing {num} soldiers.
{o}, {o2} and {o3} called for a ceasefire in {r}.
{n}, {n2} and {n3} abstained.
{gs} and {gs2} marched side by side through {c}.
The novel "{w}" by {p} won the {e} in {num}.
{p}'s film ‘{w}’ will be shown at the {e} in {c}.
{p}, star of "{w}", was born {p2} in {c}.
The ship, the {sh}, was carrying {num} passengers from {c} to {c2}.
{p} ({n}) finished second ahead of {p2} ({n2}) and {p3} ({n3}).
{p} won the 100 metres in 9.9 seconds; {p2} was third.
{cl} coach {p} praised {s2} and {p2}.
{s} came on for {p2} after the break.
{p} beat {p2} 6-4, 7-5 in the {e} on {d}.
{g} champion {p} will face {p2} of {n} in the final of the {e}.
{p} was married to {p2}, a {t} from {c}; they had three children.
{p} and his wife {p2} live in {c}.
{s}'s daughter, {p2}, said the family was grieving.
His brother {p2} works for {o}.
According to {p}, a {t} in {c}, the road was closed for weeks.
{p}, a {t}, said he had seen smoke over {f}.
The {g} embassy in {c} said it was aware of the reports.
{c} — {T} {p} on {d} dissolved parliament.
{c}, {m} {num} ({o}) – {p} has been named {t} of {o2}.
By {p} in {c}
By {p} and {p2}
Reporting by {p}; Editing by {p2}
{p} reports from {c}.
Additional reporting by {p} in {c} and {p2} in {c2}.
Photo: {p}/{o}
{T} {s} and {T2} {p2} signed the deal at {f} in {c}.
{T} {s} has accused {n} of spying.
{n} accused {n2} of breaking the {e} deal.
{c} said it would answer any attack; {c2} stayed silent.
Talks between {c} and {c2} broke down on {d}.
The {g} government has asked {o} for ${num} billion.
{o}'s {t}, {p}, told the {o2} the money had been lost.
"It is over," {p} wrote on {o}.
{p} told {o} that {s} would never return to {n}.
{s} is accused of taking bribes from {co} while he was {t}.
Lawyers for {p} said the {b} had no evidence.
The trial of {p} and {p2} opened at the {b} on {d}.
Judge {p} adjourned the case until {m}.
{T} {p} will visit {n} and {n2} next month, {o} reported.
{p} was elected {t} of {n} in {m} {num}.
{p}, {p2} and {p3} were among those killed.
Among the dead were {p}, {num}, of {c}, and {p2}, {num}, of {c2}.
The hospital in {c} where {p} is being treated gave no details.
Residents of {c}, in the {r} region, said they heard shots near {f}.
{num} migrants were rescued off {r} by the {b}.
A {g} man, named locally as {p}, was found dead in {f}.
{p}, known as "{s2}", led {o} from {num} to {num2}.
{o} was founded in {c} by {p} and {p2}.
{g} lawmakers approved {p} as {t} on {d}.
The {b} rejected an appeal by {p}.
{n} recalled its ambassador to {n2}, {p}.
{o} spokesman {p} said the strike hit {f}.
{o} spokeswoman {p} and {n} {t} {p2} spoke by telephone.
{p} – a {t} by training – joined {o} in {num}.
"{s} is a great player," {s2} said of {p2}.
{cl} and {cl2} drew 0-0; {cl3} lost at home.
{p} (pictured) has led {o} since {num}.
{p}'s lawyer, {p2}, said {s} was innocent.
Mr {s} said he would appeal.
Ms {s} had worked at {co} for {num} years.
Mrs {s} lives near {f}.
Dr {p} of {o} said the vaccine was safe.
Prof {s} said the study, published in {m}, was small.
Sir {p} died at his home in {c}.
King {s} opened the new wing of {f}.
The late {p} was buried at {f}.
{s} and {s2} met again in {c} in {num}.
"I told {s} to leave {n}," she said.
{s}: “There was no other way.”
{p}: What happened in {c}?
A statement from {o} named {p} as the new {t}.
A {g}-born {t}, {p}, moved to {n} in {num}.
{g} troops crossed into {r} on {d}.
Pro-{g} protesters gathered outside {f}.
{n}-based {co} makes parts for the {pr}.
The {pr} was recalled in {n} and {n2}.
{co} unveiled the {pr} in {c} on {d}.
Rivals such as {co} and {co2} have dropped out.
The {e} will take place in {c}, {n}, in {m} {num}.
{n} hosted the {e} in {num}.
Since the {e}, {n} has been ruled by {p}.
{p} fled to {n} after the {e} of {num}.
In {c}, {c2} and {c3}, shops were shut.
From {c} to {c2}, people took to the streets.
{n}, which borders {n2}, is home to {num} {g} refugees.
The road from {c} to {f} was blocked.
Flights from {f} to {c} were cancelled.
Protesters marched from {f} to {f2}.
A concert at {f} was called off, said {p}, its {t}.
The {f} bombing killed {num} people in {num2}.
Construction of {f}, named after {p}, began in {m}.
The {s} government fell in {num}.
The {s} family owns {co}.
{s} supporters clashed with police near {f}.
Under {s}, {n} joined {o}.
{T} {s}'s party, the {b}, won {num} seats.
Opposition leader {p} of the {b} conceded defeat.
{p}, {o}
{p}, {t}, {o}
- {p}, {n}
{p} ({o}), {p2} ({o2})
{n} 2, {n2} 1
{n} – {n2} 0:3
1. {p} {n} 2. {p2} {n2} 3. {p3} {n3}
{p}'s "{w}" and {p2}'s "{w2}" were shortlisted.
{p} directed "{w}" for {co}.
{p} played {s2} in "{w}".
The {o}-led coalition struck {c} again.
The {n}-{n2} border was closed on {d}.
{n}'s {o} and {n2}'s {o2} agreed to share data.
{o}, based in {c}, has {num} members.
{p}, deputy {t} of the {b}, resigned on {d}.
{T} {p}, who took office in {m}, has promised reform.
Then {T} {s} called {T2} {s2}.
In {num}, {p} became the first {g} woman to win the {e}.
{num}-year-old {p} from {c} wants to be a {t}.
{g} {t} {p} has been freed after {num} months in {f}.
{o} journalist {p} was detained in {c}.
Speaking in {c} on {d}, {p} said {o} must change.
Asked about {n}, {s} smiled.
But {s} disagreed.
For {p}, a {t} in {c}, it was too late.
As {t}, {s} cut taxes.
Like {p}, {p2} grew up in {r}.
Only {n} voted against.
Why did {s} leave {co}?
Neither {p} nor {p2} was in {c} that day.
With {s} gone, {co} has no leader.
That is why {p} left {n} for {n2}.
Both {o} and the {b} denied it.
Meanwhile, {p} has asked the {b} to step in.
However, {n} insists that {f} belongs to it.
Earlier, {o} said {p} was safe.
"{n} must act," {p} of {o} said in {c}.
The {t} thanked {p}, {p2} and {p3} of {co}.
Contact: {p}, {o}, {c}
Nurse {p} said the ward was full.
Farmer {p} lost {num} goats in {r}.
Taxi driver {p} said fuel was scarce in {c}.
{p}, a mother of two from {c}, waited at {f}.
The {gs} won by {num} points against the {gs2}.
Young {gs} are leaving for {n}.
{r} has seen the worst drought in decades, {o} said.
In {r}, {g} farmers blame {co}.
The {r} region, home to {gs}, borders {n}.
{o}'s office in {r} was attacked by {o2}.
{co}'s {pr} sold out in {c} within hours.
The {co} {pr} will go on sale in {m}.
{co} said the {pr}, made in {n}, would replace the {pr2}.
{co} has ordered {num} {pr} from {co2}.
{o} told {o2} it had no comment.
{o} reported on {d} that {p} would resign.
In an interview with {o}, {p} said {n} was ready.
{p} told {o} by telephone from {c}.
{p} writes for {o} and {o2}.
{o}, citing {o2}, said {num} people were missing.
{o} and {o2} have merged; {o3} is next.
{o} has sued {o2}.
{o} fell to third place behind {o2}.
{o} employs {num} people in {n}.
{o} was fined ${num} million by the {b}.
{o}, the {g} airline, will fly to {c} from {m}.
{o} have signed {p} from {o2}.
{ct} beat {ct2} 2-1 in the league on {d}.
{ct} drew 1-1 with {ct2}, while {ct3} lost to {cl}.
{p} scored for {ct} in the {num}th minute.
{ct} striker {p} is injured.
{ct} manager {p} was sent off against {ct2}.
{p} moved from {ct} to {ct2} for {num} million euros.
{n} beat {n2} by {num} runs in {c}.
{n} captain {p} won the toss.
{n} drew with {n2} in a friendly in {c}.
{p} rode {s2} to victory in {c}.
{p} (born {num} in {c}) is a {g} {t}.
{p}, the {n} {t}, and {p2}, his {g} counterpart, spoke in {c}.
Some {num} {g} soldiers serve with {o} in {r}.
An {o} report on {n} named {p}.
The {o} statement did not mention {n}.
A {b} official in {c} said {p} was ill.
{o} president {p} flew to {c}.
{o} analyst {p} cut his forecast.
{p}'s {co} owes {co2} ${num} million.
{p} joined {coin} from {o} in {num}.
{coin} makes software in {c}.
{coin} shares rose {num}% on {d}.
{coin}, {co} and {o} bid for the contract.
The {coin} deal was signed in {c}.
{p}, chief executive of {coin}, said so on {d}.
University students in {c} marched on {f}.
World leaders are in {c} for the {e}.
Public anger is rising in {r}, {p} of {o} said.
Superheroes and aliens filled {f} at the {e}.
Commanders of the {g} army met in {c}.
Wall Street banks, {o} among them, lost money.
{n} and {n2}, both members of {o}, disagree.
Ministers from {n}, {n2} and {n3} will meet at {f}.
The {c}-based {o} said {p} had died.
{p}-led talks in {c} ended on {d}.
Anti-{n} slogans were painted on {f}.
{c}'s {f} was closed.
{c} mayor {p} blamed {o}.
{c}, {n} ({o}) — A court freed {p} on {d}.
{C} — {T} {p} of {n} resigned on {d}.
{C}, {n} ({o}) — Police on {d} arrested {p}.
{C}, {sa} — A jury found {p} guilty of fraud.
{C} ({o}) - {co} will close its plant in {c}.
{C}: Thousands marched to {f} on {d}.
{p}, of {c}, {sa}, pleaded not guilty.
The crash happened near {c}, {sa}, about {num} kilometres from {c2}.
{g} President {p} and {g2} Prime Minister {p2} met in {c}.
{g} and {g2} officials met at {f}.
{g} {T} {p} said on {d} that {g2} troops had left.
{g}-{g2} talks began in {c}.
{gs} make up a third of the people of {c}.
The {g} leader, {p}, has not been seen since {m}.
A {g} court and a {g2} bank were named in the report.
{n}'s {g} minority lives in {r}.
He is {g} and she is {g2}.
{p} sat in the {f} as {ct} lost again.
{s}, who is {g}, moved to {c} with {p2}.
{p} scored in the {num}th minute after a pass from {s2}.
{p} headed home a corner by {p2}.
Substitute {p} replaced {p2}, and {s} hit the post.
{p}, the {g} playmaker, passed to {p2}.
{ct} climbed to third in the {tn} with a 2-0 win over {ct2} at {f}.
{ct} and {ct2} shared the points on {d}; {ct3} host {ct4} on {d2}.
{ct} goalkeeper {p} saved a penalty from {ct2}'s {s2}.
{ct} boss {s} said {s2} would miss the trip to {ct2}.
"{ct} deserved it," said {ct2} coach {p}.
{p} left {ct} for {ct2} in {m} on a free transfer.
Former {ct}, {ct2} and {n} forward {p} has died aged {num}.
{p}, on loan from {ct}, scored on his debut for {ct2}.
{ct}: {s}; {s2}, {s3}, {s4}; {s5}. Subs: {p6}.
Scorers: {ct} - {p}, {p2}; {ct2} - {p3}.
{n} were 212 for four at tea, with {p} unbeaten on 87.
{p} took five wickets as {n} bowled out {n2} for 147 in {c}.
{p} of {n} won the {tn} in {c}, with {p2} of {n2} second.
{n}'s {p} set a world record of 9.77 seconds in {c} on {d}.
{n} qualified for the {tn} after {n2} lost to {n3}.
In the {tn}, {p} beat {g} qualifier {p2} 6-3 6-4.
{g} number one {p} pulled out of the {tn} with a knee injury.
The {tn} final will be played at {f} in {c}.
{bd} suspended {p} for two years over doping.
{bd} said it had fined {ct} and {ct2}.
{ct} traded {p} to {ct2} for {p2} and a draft pick.
{p} hit a two-run homer and {ct} beat {ct2} 5-2.
{p} had 31 points as {ct} held off {ct2} 108-101.
{pt} leader {p} said {pt2} had lied about the budget.
{pt} won 41 seats, {pt2} 38 and {pt3} five.
{pt}'s {s} accused {pt2} of buying votes in {r}.
{p}, who defected from {pt} to {pt2} in {num}, lost in {c}.
The ruling {pt} said on {d} it had picked {p} as its candidate.
Supporters of {pt} danced in the streets of {c}.
{pt} MP {p} asked the minister about {lc}.
{p} ({pt}) beat {p2} ({pt2}) by {num} votes.
A coalition of {pt}, {pt2} and {pt3} will govern {r}.
{pt} and {pt2} MPs walked out.
{T} {s}, of {pt}, called {pt2} "a family firm".
{ar} has claimed the attack in {c}, {pa} reported.
{ar} fighters seized {c} from {ar2} on {d}.
{ar} leader {p} was killed in {r}, the army said.
{n} accuses {n2} of arming {ar}.
Talks with {ar} will be held in {c}, mediator {p} told {pa}.
Villagers in {r} said {ar} had burned their homes.
{n} put {ar} on its list of terrorist groups; {n2} did not.
{pa} quoted {p} as saying the deal was dead.
{pa} said in an editorial that {s} must go.
{p}, a columnist for {pa}, was found dead in {c}.
"{s} is finished," {pa} wrote. {pa2} was kinder.
{p} told {pa} that {pa2} had got it wrong.
{pa} editor {p} was questioned by {bd}.
According to {pa}, {lc} paid {p} through a firm in {c}.
In a column for {pa}, {p} of {un} blamed {bd}.
{un} researchers led by {p} studied {num} people in {r}.
{p}, a professor of law at {un}, said {bd} had no power to do so.
Students at {un} and {un2} boycotted classes.
{p} studied at {un} before joining {lc} in {c}.
{un}'s {p} and {un2}'s {p2} disagree.
{bd} spokesman {p} said {num} people had been rescued.
{bd} warned of heavy rain in {r}.
{bd} raised its key rate to {num} percent; {lc} shares fell.
{bd}, {bd2} and {lc} declined to comment.
{bd} agents searched the offices of {lc} in {c}.
{bd} and {bd2} are investigating.
A {bd} report seen by {pa} names {p}.
Officials from {bd} and {bd2} met in {c} on {d}.
{p} heads {bd}. He was born in {c}.
{lc} said it would close its plant in {c}, with the loss of {num} jobs.
{lc} and {lc2} said they would merge.
{lc} is to buy {lc2} for ${num} million.
{lc} ({tk}) rose 3.1% while {lc2} ({tk2}) lost 2%.
{lc} boss {p} earned ${num} million last year.
{lc}'s {s} said {ac} rules were too strict.
{lc}, which makes the {pr}, is based in {c}.
{lc} chairman {p} and finance chief {p2} will step down.
Workers at {lc} in {c} have voted to strike, union leader {p} said.
{p} left {lc} for {lc2}.
Analysts at {lc} cut their target for {lc2}.
{lc}, {lc2}, {lc3} and {lc4} all fell.
{p} of {lc} said demand in {n} was weak.
{k} families fled {r} for {n}.
{k} leaders in {c} met {p} on {d}.
{k} and {k2} have lived side by side in {r} for centuries.
A {k} village near {c} was burned.
Most people in {r} are {k}.
{p}, a {k} from {r}, became {t} in {num}.
The {k} {t} {p} was shot in {c}.
{r}, a {k} stronghold, voted for {pt}.
{pl} in {r} say the rains have failed.
{pl} in {c} fear {bd}.
{pl} near {f} heard the blast.
{pl} blocked the road between {c} and {c2}.
{pl} told {pa} they had not been paid.
Inmate {p} escaped from {f}.
Fireman {p} carried the child out.
Midfielder {p} has a broken toe.
Author {p} and actress {p2} met at {un}.
Commissioner {p} briefed reporters at {f}.
Mayor {p} closed {f} on {d}.
Captain {p} and first officer {p2} were both experienced.
Det. Sgt. {p} of the {bd} asked for witnesses.
Lawyer {p}, for {lc}, asked for {ac} records.
{p}'s counsel, {p2}, told the {bd} that {s} was ill.
Judge {s} sent {s2} to {f} for {num} years.
{p}, {num}, of {c}, denies murder.
{p} and {p2}, both of {c}, were remanded until {m}.
{p}, also known as {coin}, ran {coin2} from a flat in {c}.
A ship named {sh} ran aground off {r}.
The {g}-flagged {sh} was bound for {c} with {num} tonnes of rice.
{st} reached {r} overnight. {bd} told people in {c} to leave.
The {e} was signed in {c} in {num} by {p} and {p2}.
{p}'s new book, {w}, will be published by {coin} in {m}.
{p} stars in {w}, directed by {p2}.
The exhibition at {f} shows {num} works by {p}.
{p} won the {e} for {w}.
{ac} cases rose in {r}, {bd} said.
The {ac} has been delayed until {m}.
{p} said the {ac} was fake.
The {ws} of {p} surprised {n}.
{ws} in {c}, {ws2} in {c2}.
The {ws} and the {ws2} are part of the plan.
In {c}, {ws} is a dream for most {pl2}.
{c} has banned {pr}.
{c} and {c2} have yet to agree on {r}.
{c} wants {c2} to return {p}.
{r} and {r2} saw the worst of the {ws2}.
{p} flew from {c} to {c2} via {f}.
{f} was sealed off after {p} arrived.
Protesters outside {f} shouted at {s}.
{p} is being held at {f}.
{gd} {p} beat {gd2} {p2} 6-4 7-6 in the first round.
{gd} {p} won in {c}, ahead of {gd2} {p2} and {n}'s {p3}.
Third seed {p} lost to {gd} {p2}.
Defending champion {p}, a {gd}, was third.
The {gd} had led until the last lap.
A {gd} and two {gs} were hurt.
The {g} club {ct} have signed {gd} {p}.
{c} has asked {lc} to pay more.
{c} denies it; {c2} says nothing.
{c} blames {c2} for the raid.
{c} and {n} have no diplomatic ties.
Relations between {c} and {c2} soured after {p} was held.
{c} expelled two {g} diplomats.
{c} fears that {n} will side with {c2}.
{n} and {c} will sign on {d}.
{c} said {p} had been freed; {pa} said he had not.
Aid from {n} reached {r} on {d}.
The {r} is thick with mud, said {p}.
Ships must now go round {r}.
Troops took a hill above {r}.
In the {g} first division, {ct} drew with {ct2}.
The {g} {tn} begins on {d}.
{p} ({ct}) and {p2} ({ct2}) were booked.
{p} of {lc}, {p2} of {lc2} and {p3} of {un} spoke.
{lc}, {lc2} Deny Talks
{co} Fined as {bd} Finds Holes in Checks
{c}: Bread, Fear and the Road to {c2}
{ct} Sink {ct2} in {c} Derby
{s} Frees {s2}, Who Walks Back In
{s}'s Allies Storm {f} in {c}
{s} Lied, Says {s2}
The {f} fire started in the kitchen, said {p} of the {bd}.
""".strip().split("\n")

PLAIN = """
The Prime Minister said the budget would be passed by {d}.
Police said the driver had been drinking.
The President declined to comment.
It was not clear who was behind the attack.
Officials said more rain was expected on {d} and {d2}.
The company said sales rose {num} percent in {m}.
No one has claimed responsibility.
"We are tired of waiting," he said.
The government has promised to rebuild the school.
Read more
Advertisement
Breaking News
Share this article
Related Stories
Updated {num} minutes ago
Her lawyers say she is innocent.
Critics say the law goes too far.
Rescue teams searched through the night.
Schools and shops will stay closed until {d}.
Prices rose again in {m}, official figures showed.
The match was stopped for {num} minutes because of fog.
Last week, thousands of people took part in a march.
Health workers went on strike in {m} {num}.
The Foreign Ministry did not reply to questions.
Voting ends on {d}.
Doctors say the disease is spreading.
The talks, which began in {m}, have made little progress.
A spokesman for the army said the situation was under control.
Heavy snow closed roads in the north.
The chief executive said he was sorry.
Farmers fear for their crops.
Who will pay for it?
Analysts expect the central bank to raise interest rates.
The king has no political power.
The Court of Appeal will rule in {m}.
What We Know So Far
Five Killed as Bus Overturns on Mountain Road
Teachers Union Rejects Pay Offer
Oil Prices Rise as Markets Await Decision
World Leaders Gather for Climate Talks
This article was first published in {m} {num}.
The mayor said the bridge would reopen in spring.
Two women and a child were also hurt.
Experts warn that the dam may fail.
The Minister for Transport is under pressure to resign.
TOKYO STOCKS CLOSE HIGHER
He added: "Nobody knows what comes next."
Negotiators will meet again on {d}.
Residents said they had heard nothing.
Investigators are looking into the cause.
Lawmakers voted late at night.
Organisers expect thousands of visitors.
Protesters threw stones and bottles.
Economists had forecast a smaller rise.
Witnesses spoke of smoke and panic.
Prosecutors asked for ten years in prison.
Visitors must pay at the gate.
Shares rose in early trade.
Rebels have taken two villages.
It was the 4th of {m}, a hot day.
The 5th and 6th rounds were drawn.
On the 21st floor, nobody answered.
Meanwhile, the search goes on.
Passengers waited for hours.
Supporters sang until midnight.
Volunteers handed out food and water.
Experts disagree about the cost.
{pl} say they are afraid.
{pl} have little hope.
{ac} and {ac2} are not the same.
The {ac} was {num}; nobody knew why.
{ws} and {ws2}: what you need to know
Why {ws} Matters More Than Ever
How {ws} Became {ws2}
{pl} And {pl2} Unite Against {ws}
{ws} Rises as {ws2} Falls
Five {pl} Hurt in {ws} Crash
The {ws} Act comes into force in {m}.
""".strip().split("\n")
