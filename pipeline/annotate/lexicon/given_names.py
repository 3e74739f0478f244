"""Given names that one gender bears far more often than the other, in the languages that English news names most."""

from __future__ import annotations

from pipeline.annotate.lexicon.words import words

FEMALE_NAMES = words(
    """
    abigail ada adele adriana adwoa agnes agnieszka aisha akosua alba alejandra alexandra alexis alice alicia
    alina alison allison alma ama amal amalia amanda amelia amina amira amy amália ana anastasia andrea angela
    angelica angelina anita anja ann anna annabel anne annette annie antonia ariana astrid audrey aung-san aurora
    ava barbara beatrice beatriz becky berta beth bethany betty bianca birgit bonnie brenda bridget brigitte
    brittany camila camille carla carmen carol carole carolina caroline carolyn carrie cassandra catarina
    catherine cathy cecilia celia celine chantal charlene charlotte chelsea cheryl chiara chimamanda chloe christa
    christina christine cindy claire clara claudia colette colleen concepción consuelo cornelia courtney cristina
    crystal cynthia daisy dalia daniela danielle daphne dawn deborah debra delia denise diana diane dina dolores
    dominique donna dora doris dorothy edith eileen elaine eleanor elena elisa elisabeth elise eliza elizabeth
    ella ellen elsa emilia emily emma erica erika erin esperanza esther eugenia eva eve evelyn faith fatima fatou
    federica fiona flora florence frances francesca françoise frida gabriela gabriella gail gemma georgia georgina
    gertrude gillian gina giorgia giulia gladys gloria grace graça greta gretchen guadalupe gwen hana hannah
    harriet haruka hazel heather heidi helen helena helene helga henrietta hilary hildegard hillary holly hope ida
    imelda imogen ines ingrid inès inés irene irina iris isabel isabella isabelle isla ivana jacqueline jane janet
    janice jasmine jean jeanette jeanne jenna jennifer jenny jessica jill joan joana joanna joanne jocelyn johanna
    josefina josephine joy joyce juana judith judy julia juliana julianne julie juliet juliette june justine kaja
    karen karin karla kate katerina katharina katherine kathleen kathryn kathy katie katrina kayla keiko kelly
    kerry kim kimberly kirsten kirsty kristen kristin kristina lara laura lauren layla lea leah leanne leila leona
    leonor leticia leymah lily lina linda lindiwe ling lisa livia liz lola loretta lorraine louise lucia lucie
    lucille lucinda lucy luisa luz lydia lynn lívia mabel madeleine madeline magdalena maggie maia malala mandy
    manuela mara marcela marcia margaret margarita margot maria mariam mariana marianne marie marilyn marina
    marion marisa marisol marjorie marlene marta martha martina mary maría maureen maya megan mei melanie melinda
    melissa mercedes meredith mia michaela michelle mildred millie miranda miriam moira molly mona monica monika
    monique muriel myra nadia nadine nancy naomi natalia natalie natasha nazanin ngozi nicola nicole nina nomvula
    noor nora norma olga olive olivia ophelia paloma pamela patricia patty paula paulina pauline pearl peggy
    penelope penny petra philippa phoebe phyllis pilar polly priscilla priya rachel ramona rania raquel rebecca
    regina renata renate renee rhoda rita roberta robin rocío rosa rosalind rosario rose rosemary rosie rowena
    roxanne ruth sabina sabine sabrina sadie sakura sally samantha samira sandra sara sarah selena serena shannon
    sharon sheikha sheila shelley sherry shirley sibyl sienna sigrid silvia simone sofia sofie sofía sonia sonja
    sophia sophie stacey stella stephanie sue summer susan susana susanna susanne suzanne svetlana sybil sylvia
    tamara tania tanya tara tatiana teresa thandi thelma theresa therese thuli tina tracey tracy trudy ulrike
    ursula valentina valeria valerie vanessa vera verena veronica victoria viola violet virginia vivian vivienne
    wanda wangari wendy wilhelmina wilma winifred winnie xenia yasmin yoko yolanda yuki yulia yvette yvonne zainab
    zara zoe
    """
)

MALE_NAMES = words(
    """
    aaron abdul abdullah abiy abraham adam adrian ahmad ahmed aidan akira alan alastair albert alberto aldo
    alejandro alessandro alex alexander alexandre alexei alfonso alfred alfredo ali alistair allan allen alvaro
    amir anders andreas andrei andrew andrey andré andrés andy angus anthony antoine anton antonio antónio archie
    ariel arjun armando arnold arthur arturo ashraf augusto austin baptiste barack barry bart basil ben benedict
    benito benjamin bernard bernardo bernd bertrand bill billy bob bobby bongani boris brad bradley brendan brent
    brett brian bruce bruno bryan byron calvin cameron carl carlo carlos cedric cesar chad charles charlie chris
    christian christoph christophe christopher clarence claude claudio clement clifford clint clive colin colm
    conor conrad constantine craig curtis cyril cyrus césar daisuke damian damien dan daniel daniele danny dario
    darren dave david davide dean declan denis dennis derek desmond diego dieter dietrich dimitri dirk dmitri
    dmitry domenico dominic don donald douglas duarte duncan dustin dwayne dylan eamon eddie edgar eduardo edward
    edwin elias elijah elliott elmar emil emilio emmanuel enrico enrique erdogan eric erik ernest ernesto ernie
    erwin esteban ethan eugene evan fabian fabio federico felipe felix fernando fidel filip filippo finn florian
    francesco francis francisco franco frank franz françois fred freddie frederick friedrich gabriel gareth gary
    gaston gavin geoff geoffrey georg george georges gerald gerard gerhard giacomo gianluca gilbert giorgio
    giovanni giuseppe glen glenn gonzalo gordon graham grant greg gregory guido guillaume guillermo gunther gustav
    gustavo guy hakainde hamid hamish hamza hans harald harold harry haruki harvey hassan hector heinrich heinz
    helmut hendrik henri henrik henry herbert herman hiroshi horst howard hubert hugh hugo humphrey hussein iain
    ian ibrahim igor ilya imran isaac ismail ivan jack jackson jacob jacques jaime jake jamal james jamie jan
    jared jason javier jay jean-claude jean-luc jeff jeffrey jeremy jerome jerry jesse jesús jim jimmy joachim joe
    joel johan johann john johnny jon jonas jonathan jorge josef joseph josh joshua josip josé joão juan jules
    julian julio julius justin jürgen karel karim karl keith ken kenji kenneth kevin khaled khalid klaus kofi
    konrad konstantin kurt kwabena kwame kyle lance larry lars laurence laurent lawrence lee leo leon leonard
    leonardo leroy leslie lester lewis liam lincoln lionel lloyd logan lorenzo louis luc luca lucas luciano luigi
    luis lukas luke luís macky malcolm manfred manuel marc marcel marcelo marco marcos marcus mario marius mark
    markus martin martín marvin massimo mathias matteo matthew matthias maurice mauricio max maximilian melvin
    michael michal michel miguel mike mikhail milan miloš mitch mitchell mo mohamed mohammad mohammed muhammad
    muhammadu murray mustafa nathan nathaniel neil nelo nelson nicholas nick nicolas niels nigel nikita nikolai
    nils noah noel norbert norman olaf oleg oliver olivier olusegun omar orlando oscar oswald otto owen pablo
    paolo pascal pat patrick paul paulo pavel pedro percy pete peter petr phil philip philippe pierre pietro piotr
    rafael raila raj rajiv ralph ramiro ramon ramón randy raphael rashid ray raymond raúl reginald reinhard renato
    renaud rené reuben rex ricardo riccardo richard rick robert roberto rodney rodrigo roger roland roman ron
    ronald rory ross roy ruben rudolf rudy rupert russell ruud ryan said salman salvador sam samir samuel santiago
    satoshi scott sean sebastian sebastián sergei sergey sergio seth shane shaun shinzo sidney silvio simon sipho
    slobodan spencer stan stanislav stanley stefan stefano stephen steve steven stewart stuart sven takashi tariq
    ted telmo terence terry thabo themba theo theodore thiago thomas tiago tim timothy toby todd tom tomas tommy
    tomás tony travis trevor tristan tyler uhuru ulrich umberto valentin vasco vernon victor vijay viktor vince
    vincent vincenzo vitaly vivek vlad vladimir volker wade walter warren wayne werner wilfred wilhelm will willem
    william willie wilson winston wolfgang xavier yann yasser yuri yusuf yves zachary zaid zeljko zhang zoltan
    """
)
