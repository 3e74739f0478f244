"""Given names that mean one person: pet names with what they are short for, and spellings of names from other scripts."""

from __future__ import annotations

_PET_NAMES = """
abe abraham
al albert alan allan alfred alvin
alex alexander alexandra alejandro
andy andrew anders
angie angela
archie archibald
art arthur
barb barbara
becky rebecca
ben benjamin benedict
bernie bernard
bert albert herbert robert bertram
beth elizabeth bethany
bill william
billy william
bob robert
bobby robert
brad bradley
cal calvin
cathy catherine
charlie charles charlotte
chris christopher christian christine christina
chuck charles
cindy cynthia lucinda
clint clinton
dan daniel
danny daniel
dave david
deb deborah
debbie deborah
dick richard
dom dominic
don donald
doug douglas
drew andrew
ed edward edwin edmund edgar
eddie edward edwin edgar
fran frances francis
fred frederick alfred
freddie frederick
gabe gabriel
geoff geoffrey
greg gregory
hank henry
jake jacob
jeff jeffrey
jen jennifer
jenny jennifer jane
jerry gerald jerome jeremy
jess jessica
jim james
jimmy james
joe joseph
joey joseph
johnny john jonathan
jon jonathan
josh joshua
kate katherine catherine kathryn
kathy katherine kathleen
katie katherine catherine kathryn
ken kenneth
larry lawrence laurence
len leonard
leo leonard leonardo
liz elizabeth
maggie margaret
manny manuel emanuel
marty martin
matt matthew
meg margaret megan
mickey michael
mike michael
mitch mitchell
nate nathan nathaniel
nick nicholas
nicky nicholas nicola
norm norman
ollie oliver
pam pamela
pat patrick patricia
patty patricia
peggy margaret
pete peter
phil philip phillip
pippa philippa
randy randall randolph
ray raymond
rich richard
rick richard
ricky richard
rob robert
robbie robert
ron ronald
ronnie ronald
rudy rudolf rudolph
russ russell
sam samuel samantha
sandy alexander alexandra sandra
stan stanley
steve stephen steven
sue susan suzanne
ted edward theodore
teddy edward theodore
terry terence teresa
theo theodore
tim timothy
tina christina martina
toby tobias
tom thomas
tommy thomas
tony anthony antonio
trish patricia
val valerie valentina
vic victor
vicky victoria
vince vincent
walt walter
wes wesley
will william
woody woodrow
zach zachary
pepe josé
paco francisco
pancho francisco
nacho ignacio
chema josé
sasha alexander alexandra aleksandr oleksandr
misha mikhail
vova vladimir volodymyr
kolya nikolai
"""
FORMAL_NAMES: dict[str, tuple[str, ...]] = {
    nick: tuple(formal) for nick, *formal in (line.split() for line in _PET_NAMES.strip().splitlines())
}
"""A pet name -> the given names that it may be short for; those that many are christened ("Jack", "Harry") are left out."""

_SPELT_ALIKE = """
mohammed muhammad mohamed mohammad mohamad muhammed muhamed mohamud muhammadu
ahmed ahmad achmad
hussein hussain hossein husain husayn hussien
hassan hasan
yusuf youssef yousef yousuf youssouf yussuf
ibrahim ebrahim ibraheem
abdullah abdallah abdulla abdalla
abdul abdel
omar umar omer
osman othman uthman usman
khalid khaled
mahmoud mahmud mahmood
mustafa mustapha moustafa mostafa
ismail ismael esmail
saeed said saied saeid
sayed sayyed syed sayyid seyed
rashid rasheed rachid
tariq tarek tareq tarik
walid waleed oualid
zaynab zainab zeinab zeynab
fatima fatma fatimah fatemeh
aisha aysha ayesha aicha
gaddafi qaddafi kadafi gadhafi qadhafi kadhafi gadafi
sergei sergey serhii serhiy
alexei aleksei alexey aleksey
dmitry dmitri dmitriy dmitrii dimitri
yuri yury yuriy iurii
nikolai nikolay
andrei andrey
mikhail mikhael
volodymyr wolodymyr
oleksandr olexander
evgeny yevgeny evgeni yevgeni evgenii yevgenii
yulia julia yuliya iuliia
tikhanovskaya tsikhanouskaya
"""
SPELLINGS: dict[str, str] = {
    other: first for first, *others in (line.split() for line in _SPELT_ALIKE.strip().splitlines()) for other in others
}
"""A spelling of a name from another script -> the one that stands for all of them."""
