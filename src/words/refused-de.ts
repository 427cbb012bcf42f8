/** Why somebody is not treated, or a command is refused, in German. */
import type { RefusedCatalogue } from './refused-en.ts';

export const refusedDe: RefusedCatalogue = {
  yes: 'ja',
  no: 'nein',
  'this person is not to be treated now: {reasons}':
    'diese Person ist jetzt nicht zu behandeln: {reasons}',
  'and {count} more': 'und {count} weitere',
  'not answered: {question}': 'nicht beantwortet: {question}',
  '{finding}, known, as told: seen by {name} on {day}, not new or worse since':
    '{finding}; bekannt, nach Angabe gesehen von {name} am {day}, seither nicht neu oder schlimmer',
  '{finding}, healed, as told: seen by {name} on {day}, not new or worse since':
    '{finding}; verheilt, nach Angabe gesehen von {name} am {day}, seither nicht neu oder schlimmer',
  '{finding} (the word of {name} on {day} does not count: {why})':
    '{finding} (das Wort von {name} vom {day} zählt nicht: {why})',
  'the site is not named: none was given': 'die Stelle ist nicht genannt: keine angegeben',
  'the site is not named: "{site}" is unknown':
    'die Stelle ist nicht genannt: „{site}“ ist unbekannt',
  '{text}; a clinician has seen it healed':
    '{text}; eine Fachperson hat gesehen, dass es verheilt ist',
  '{text}; when that was, nobody can prove': '{text}; wann das war, lässt sich nicht beweisen',
  'nobody’s word lowers this': 'das macht niemandes Wort leichter',
  'no clinician is named': 'keine Fachperson ist genannt',
  'there is no such day in the past': 'diesen Tag gab es nicht',
  'it is {age} days old, and {most} are the most':
    'es ist {age} Tage alt, und höchstens {most} gelten',
  'the records tell of a reaction of the skin there that is not proven to be older':
    'die Protokolle kennen dort eine Reaktion der Haut, von der nicht bewiesen ist, dass sie älter ist',
  'it is not proven to be of a day after the last session there':
    'es ist nicht bewiesen, dass es von einem Tag nach der letzten Sitzung dort ist',
  'it is new or worse since then': 'es ist seither neu oder schlimmer',
  'a screening was declined on {when}: {found}': 'eine Befragung wurde abgelehnt, {when}: {found}',
  'a day that is not known': 'an einem unbekannten Tag',
  'answered otherwise than when it was declined: {differences}':
    'anders beantwortet als bei der Ablehnung: {differences}',
  'answered otherwise than when it was declined: {differences}; {name} confirms what is answered now':
    'anders beantwortet als bei der Ablehnung: {differences}; {name} bestätigt die jetzigen Antworten',
  '"{question}" yes then, no now': '„{question}“ damals ja, jetzt nein',
  '"{question}" no then, yes now': '„{question}“ damals nein, jetzt ja',
  'Whoever knows which answer is right confirms it by name: on the page, or with contrast run --confirmed-by NAME.':
    'Wer weiß, welche Antwort stimmt, bestätigt sie mit Namen: auf der Seite oder mit contrast run --confirmed-by NAME.',
  'Answer every question; none may stay open.': 'Jede Frage beantworten; keine darf offen bleiben.',
  'Do not treat now; nobody can override this.':
    'Jetzt nicht behandeln; darüber kann niemand anders entscheiden.',
  'A clinician may decide otherwise, by name and with a reason (--clinician, --override).':
    'Eine Fachperson kann anders entscheiden, mit Name und Grund (--clinician, --override).',
  'nobody has said how the skin was twenty minutes after the last session here':
    'niemand hat gesagt, wie die Haut zwanzig Minuten nach der letzten Sitzung hier war',
  'the skin is still to be looked at, twenty minutes after the last session here':
    'die Haut ist noch anzusehen, zwanzig Minuten nach der letzten Sitzung hier',
  'Look at the skin there, and say how it is: on the page, or with contrast run --skin-after fine.':
    'Die Haut dort ansehen und sagen, wie sie ist: auf der Seite oder mit contrast run --skin-after fine.',
  'Wait until they have passed, then look at it and say how it is.':
    'Warten, bis sie vorbei sind, dann ansehen und sagen, wie sie ist.',
  'Wait {minutes} min more, then look at it and say how it is.':
    'Noch {minutes} min warten, dann ansehen und sagen, wie sie ist.',
  'The computer has been started since, and its clock alone proves no time: it must have run for {minutes} min. {wait}':
    'Der Computer wurde seither gestartet, und seine Uhr allein beweist keine Zeit: Er muss {minutes} min gelaufen sein. {wait}',
  'Look at the skin there. Where it has healed, a clinician writes that down, with name and date; until then they decide about every start.':
    'Die Haut dort ansehen. Ist sie verheilt, schreibt eine Fachperson das mit Name und Datum auf; bis dahin entscheidet sie über jeden Start.',
  'something was wrong with the skin after the last session here':
    'nach der letzten Sitzung hier stimmte etwas mit der Haut nicht',
  'something was wrong with the skin after the last session here: {found}':
    'nach der letzten Sitzung hier stimmte etwas mit der Haut nicht: {found}',
  'nobody could say that the skin was fine after the last session here':
    'niemand konnte sagen, dass die Haut nach der letzten Sitzung hier in Ordnung war',
  'a reaction of the skin here has healed, and fewer than {count} sessions were given since':
    'eine Reaktion der Haut hier ist verheilt, und seither gab es weniger als {count} Sitzungen',
  'the skin was fine at the later look, and nobody can prove that it was twenty minutes after the last session here':
    'die Haut war beim späteren Ansehen in Ordnung, und niemand kann beweisen, dass das zwanzig Minuten nach der letzten Sitzung hier war',
  'Look at the skin there once more.': 'Die Haut dort noch einmal ansehen.',
  'the skin was said not to be fine, and no session here waits for that look: it is noted nowhere':
    'die Haut wurde als nicht in Ordnung angegeben, und keine Sitzung hier wartet auf diese Angabe: Sie ist nirgends aufgezeichnet',
  'Treat nobody there now. Show the skin to a clinician, who decides about the next session.':
    'Dort jetzt niemanden behandeln. Die Haut einer Fachperson zeigen; sie entscheidet über die nächste Sitzung.',
  '{words} above the {limit} limit of {bound}: {reason}':
    '{words} über der Grenze {limit} von {bound}: {reason}',
  '{words} below the {limit} limit of {bound}: {reason}':
    '{words} unter der Grenze {limit} von {bound}: {reason}',
  'with this session, {value} CEM43 min in 24 hours {where} are':
    'mit dieser Sitzung liegen {value} CEM43-min in 24 Stunden {where}',
  'with this session, {value} min of cold in 24 hours {where} are':
    'mit dieser Sitzung liegen {value} min Kälte in 24 Stunden {where}',
  'with the session that it finishes, {value} min of cold {where} are':
    'zusammen mit der Sitzung, die sie beendet, liegen {value} min Kälte {where}',
  'this would be session {number} in 24 hours {where},':
    'das wäre Sitzung {number} in 24 Stunden {where},',
  'this would be session {number} in 7 days {where},':
    'das wäre Sitzung {number} in 7 Tagen {where},',
  'this would be day {number} in a row with heat {where},':
    'das wäre der {number}. Tag mit Wärme in Folge {where},',
  'the last session {where} ended {minutes} min ago (wait {wait} min),':
    'die letzte Sitzung {where} endete vor {minutes} min (noch {wait} min warten),',
  'in this region': 'in dieser Region',
  'in this region ({region})': 'in dieser Region ({region})',
  'left leg': 'linkes Bein',
  'right leg': 'rechtes Bein',
  'left arm': 'linker Arm',
  'right arm': 'rechter Arm',
  'back and neck': 'Rücken und Nacken',
  'belly, ribs and groin': 'Bauch, Rippen und Leiste',
  'head and front of the neck': 'Kopf und Hals vorn',
  '{message}; as the cold finish that is owed at most {fit} min fit: {since} min of cold came since the heat, and cold at a stretch is bounded by {max} min here':
    '{message}; als geschuldete letzte Kälte passen höchstens {fit} min: Seit der Wärme gab es {since} min Kälte, und Kälte am Stück ist hier auf {max} min begrenzt',
  '{message}; no cold finish fits any more: {since} min of cold came since the heat, and cold at a stretch is bounded by {max} min here':
    '{message}; keine letzte Kälte passt mehr: Seit der Wärme gab es {since} min Kälte, und Kälte am Stück ist hier auf {max} min begrenzt',
  '{message}; by this it opens again in {hours} h {minutes} min ({at})':
    '{message}; danach geht es in {hours} h {minutes} min wieder ({at})',
  'A clinician looks at the skin for brown or red marks like a net; where there are any, no more heat until a doctor has seen them.':
    'Eine Fachperson sieht die Haut auf braune oder rote, netzartige Zeichnung an; gibt es sie, keine Wärme mehr, bis sie ärztlich angesehen ist.',
  'next to nothing is known on repeated exposure, so earlier dose is not forgotten for 24 h, and a day has the 9 of one session':
    'über wiederholte Wärme ist fast nichts bekannt; darum zählt frühere Dosis 24 h lang, und ein Tag hat die 9 einer Sitzung',
  'nothing is known on cold that is repeated within a day; two standard sessions give 80 min, and 120 are three':
    'über wiederholte Kälte am selben Tag ist nichts bekannt; zwei übliche Sitzungen geben 80 min, und 120 sind drei',
  'cold has no dose model, so its time is bounded; 60 min narrow the vessels for 2 h more, and 45 stay clear of that':
    'für Kälte gibt es kein Dosismodell, darum ist ihre Zeit begrenzt; 60 min verengen die Gefäße noch 2 h, und 45 bleiben davon weg',
  '3 sessions at the dose cap fill the day; more has no evidence':
    '3 Sitzungen mit der höchsten Dosis füllen den Tag; für mehr gibt es keine Belege',
  'two a day are 14 and three a day are 21; nothing is known on more for longer':
    'zwei am Tag sind 14, drei am Tag sind 21; über mehr ist auf längere Zeit nichts bekannt',
  'heat below 45 °C that comes back day after day has marked skin like a net: a clinician looks after 14 days, after 28 at the latest':
    'Wärme unter 45 °C, Tag für Tag, hat Haut netzartig gezeichnet: Eine Fachperson sieht nach 14 Tagen nach, spätestens nach 28',
  'vessels stay narrow for 120 min and more after cooling, though the skin feels warm':
    'Gefäße bleiben nach dem Kühlen 120 min und länger eng, auch wenn sich die Haut warm anfühlt',
  'it is not proven when the session {id} was': 'es ist nicht bewiesen, wann die Sitzung {id} war',
  'Find out when the session really was.': 'Herausfinden, wann die Sitzung wirklich war.',
  'Set the clock (`timedatectl`), or wait for the network to set it, and start again.':
    'Die Uhr stellen (`timedatectl`) oder warten, bis das Netz sie stellt, und neu beginnen.',
  'Bring it back to this folder under its own name, if it can be found.':
    'Es unter seinem Namen in diesen Ordner zurückbringen, wenn es zu finden ist.',
  "this computer's clock shows {time}": 'die Uhr dieses Computers zeigt {time}',
  "this computer's clock shows {time}, before this program was made":
    'die Uhr dieses Computers zeigt {time}, vor der Entstehung dieses Programms',
  "this computer's clock shows {time}, and nobody has set it since the computer was started":
    'die Uhr dieses Computers zeigt {time}, und seit dem Start des Computers hat sie niemand gestellt',
  'no time at all': 'gar keine Zeit',
  'the clock was set forward by {time} since the record {id}':
    'die Uhr wurde seit dem Protokoll {id} um {time} vorgestellt',
  'the clock was set back by {time} since the record {id}':
    'die Uhr wurde seit dem Protokoll {id} um {time} zurückgestellt',
  'Check that the clock is right now.': 'Prüfen, ob die Uhr jetzt stimmt.',
  'the record {id} is of {then}, later than now ({now}): one of the clocks was wrong':
    'das Protokoll {id} ist von {then}, später als jetzt ({now}): Eine der Uhren ging falsch',
  'When that session really was, somebody may know.':
    'Wann diese Sitzung wirklich war, weiß vielleicht jemand.',
  'the record {id} of this folder is not there any more':
    'das Protokoll {id} dieses Ordners ist nicht mehr da',
  'the record {id} of this folder is there under another name':
    'das Protokoll {id} dieses Ordners ist unter anderem Namen da',
  'the record {id} of this folder is there, and is not what it was':
    'das Protokoll {id} dieses Ordners ist da und nicht mehr, was es war',
  'records of this board were kept in {folder} within the last day, and cannot be read there':
    'Protokolle dieser Platine lagen im Lauf des letzten Tages in {folder} und lassen sich dort nicht lesen',
  'Use one folder for one device, and one that this user may read.':
    'Für ein Gerät einen Ordner benutzen, und einen, den dieser Benutzer lesen darf.',
  'the board has lost its number and its memory of earlier treatments: whether a record of them is missing here, it cannot say':
    'die Platine hat ihre Nummer und ihr Gedächtnis früherer Behandlungen verloren: Ob hier ein Protokoll davon fehlt, kann sie nicht sagen',
  'Find out whether this device was used elsewhere within the last day.':
    'Herausfinden, ob dieses Gerät im Lauf des letzten Tages anderswo benutzt wurde.',
  'the record of treatment {begun} of this board (number {number}) is there, and is not what it was':
    'das Protokoll der Behandlung {begun} dieser Platine (Nummer {number}) ist da und nicht mehr, was es war',
  'this board (number {number}) has begun {begun} treatments, and the newest of which a record is here is none':
    'diese Platine (Nummer {number}) hat {begun} Behandlungen begonnen, und von keiner ist hier ein Protokoll',
  'this board (number {number}) has begun {begun} treatments, and the newest of which a record is here is number {known}':
    'diese Platine (Nummer {number}) hat {begun} Behandlungen begonnen, und die neueste, von der hier ein Protokoll ist, ist Nummer {known}',
  'Bring the missing records to this folder, if they can be found: another computer, another folder, a newer copy.':
    'Die fehlenden Protokolle in diesen Ordner bringen, wenn sie zu finden sind: ein anderer Computer, ein anderer Ordner, eine neuere Kopie.',
  'the screening leaves only reduced limits ({limits}): {found}':
    'die Befragung lässt nur engere Grenzen ({limits}): {found}',
  'a nerve runs near the skin at this site: {found}':
    'an dieser Stelle verläuft ein Nerv nahe der Haut: {found}',
  'hot at most {hot} °C, cold at least {cold} °C, at most {phase} min a phase and {all} min in all, dose at most {dose} CEM43 min, at most {sessions} sessions a day, {gap} min apart':
    'Wärme höchstens {hot} °C, Kälte mindestens {cold} °C, höchstens {phase} min je Phase und {all} min insgesamt, Dosis höchstens {dose} CEM43-min, höchstens {sessions} Sitzungen am Tag, mit {gap} min Abstand',
  '{what}: {value} is below the reduced limit of {bound}':
    '{what}: {value} liegt unter der engeren Grenze von {bound}',
  '{what}: {value} is above the reduced limit of {bound}':
    '{what}: {value} liegt über der engeren Grenze von {bound}',
  '{what}: {value} is below the limit at this site of {bound}':
    '{what}: {value} liegt unter der Grenze an dieser Stelle von {bound}',
  '{what}: {value} is above the limit at this site of {bound}':
    '{what}: {value} liegt über der Grenze an dieser Stelle von {bound}',
  'cold of all phases': 'Kälte aller Phasen',
  'cold of all phases, in 24 hours': 'Kälte aller Phasen, in 24 Stunden',
  'heat dose of all phases': 'Wärmedosis aller Phasen',
  'heat dose of all phases, in 24 hours': 'Wärmedosis aller Phasen, in 24 Stunden',
  'length of all phases': 'Dauer aller Phasen',
  'No preset fits; write a prescription inside these limits.':
    'Keine fertige Verordnung passt; eine Verordnung innerhalb dieser Grenzen schreiben.',
  'Within them: --prescription {names}.': 'Innerhalb davon: --prescription {names}.',
  'with {looks} min for looks at the skin between its phases the session takes {minutes} min, and no session may take more than {max} min':
    'mit {looks} min zum Ansehen der Haut zwischen den Phasen dauert die Sitzung {minutes} min, und keine darf länger als {max} min dauern',
  'Shorten its phases, or leave a rotation out.':
    'Die Phasen verkürzen oder einen Durchgang weglassen.',
  "{field}: the clinic's {min} … {max} and the reduced limits have nothing in common":
    '{field}: {min} … {max} der Klinik und die engeren Grenzen haben nichts gemeinsam',
  'Nothing can be prescribed for this person with these clinic limits.':
    'Für diese Person lässt sich mit diesen Grenzen der Klinik nichts verordnen.',
  'nobody can be asked the screening questions here: input or output is not a terminal':
    'hier lassen sich die Fragen niemandem stellen: Eingabe oder Ausgabe ist kein Terminal',
  'Run it in a terminal, or add --yes or --answers FILE on a simulated or emulated board.':
    'In einem Terminal starten, oder auf einer simulierten oder emulierten Platine --yes oder --answers DATEI angeben.',
  'it is not proven that {name} is here': 'es ist nicht bewiesen, dass {name} hier ist',
  '{name} signs in as {role}, and this is for: {roles}':
    '{name} meldet sich an als {role}, und das hier dürfen: {roles}',
  'There are accounts in this folder: whoever is named enters their own password, at the terminal, with --password-file, or in CONTRAST_PASSWORD.':
    'In diesem Ordner gibt es Konten: Wer genannt wird, gibt das eigene Kennwort ein, am Terminal, mit --password-file oder in CONTRAST_PASSWORD.',
  'the site where the plate is to lie must be named on a real board':
    'auf einer echten Platine muss die Stelle genannt werden, an der die Platte liegen soll',
  'Name it, as in --site calf-left; `contrast screening` lists the sites.':
    'Sie nennen, etwa --site calf-left; `contrast screening` zeigt die Stellen.',
  'no device of this computer listens for STOP': 'kein Gerät dieses Computers hört auf STOPP',
  'no device that keeps its records there listens for STOP':
    'kein Gerät, das dort aufzeichnet, hört auf STOPP',
  'If a plate is warm or cold all the same: take it off the skin, press its stop button, pull the plug.':
    'Ist eine Platte trotzdem warm oder kalt: von der Haut nehmen, den Stoppknopf drücken, den Netzstecker ziehen.',
  'this board does not drop its power by itself when the computer falls silent, so nobody may be treated through it':
    'diese Platine schaltet den Strom nicht selbst ab, wenn der Computer verstummt; darum darf niemand mit ihr behandelt werden',
  'For a bench test without a person on the plate, add --bench.':
    'Für einen Prüflauf ohne Mensch an der Platte --bench angeben.',
  '{finding}; the limit is {limit}. It stays so until somebody clears it':
    '{finding}; die Grenze ist {limit}. Das bleibt so, bis es jemand zurücksetzt',
  '{words}. It stays so until somebody clears it, whatever was unplugged since':
    '{words}. Das bleibt so, bis es jemand zurücksetzt, was immer seither ausgesteckt war',
  'Find the cause; then run again with --reset-by and your name. A self-test follows.':
    'Die Ursache finden; dann mit --reset-by und Ihrem Namen neu starten. Ein Selbsttest folgt.',
  'another program uses the port': 'ein anderes Programm benutzt den Anschluss',
  'there is no such port': 'diesen Anschluss gibt es nicht',
  'Plug the board in, and look for it in /dev/serial/by-id.':
    'Die Platine einstecken und in /dev/serial/by-id nach ihr sehen.',
  'the port may not be opened': 'der Anschluss darf nicht geöffnet werden',
  'Add yourself to the group `dialout`, log out, and log in again.':
    'Sich in die Gruppe `dialout` aufnehmen, abmelden und wieder anmelden.',
  'the port could not be opened: {message}': 'der Anschluss ließ sich nicht öffnen: {message}',
  'Unplug the board, plug it in again, and see what `contrast doctor` finds.':
    'Die Platine ausstecken, wieder einstecken, und ansehen, was `contrast doctor` findet.',
  'no serial port was found': 'kein serieller Anschluss gefunden',
  'no port answered as a board: {failures}': 'kein Anschluss antwortete als Platine: {failures}',
  'Plug the board in, or name its port.': 'Die Platine einstecken oder ihren Anschluss nennen.',
  'another program listens here already': 'hier lauscht schon ein anderes Programm',
  'End it, or name another port with --stop-port.':
    'Es beenden oder mit --stop-port einen anderen Anschluss nennen.',
  'there is no record in this folder': 'in diesem Ordner ist kein Protokoll',
  'Name the folder with --records, or make a first record with "contrast run".':
    'Den Ordner mit --records nennen oder mit „contrast run“ ein erstes Protokoll anlegen.',
  'there is no record "{id}"': 'es gibt kein Protokoll „{id}“',
  'The nearest: {ids}.': 'Am nächsten kommen: {ids}.',
  '"{id}" is not the identifier of a record': '„{id}“ ist keine Kennung eines Protokolls',
  'Name a record as "contrast records list" does, and its folder with --records.':
    'Ein Protokoll so nennen, wie „contrast records list“ es zeigt, und seinen Ordner mit --records.',
  '"{id}" is the beginning of {count} records: {ids}':
    '„{id}“ ist der Anfang von {count} Protokollen: {ids}',
  'Give more of the identifier.': 'Mehr von der Kennung angeben.',
  'the record is {verdict}: {because}': 'das Protokoll ist {verdict}: {because}',
  'Its first {lines} lines are as written; compare the rest with a backup copy.':
    'Seine ersten {lines} Zeilen sind, wie sie geschrieben wurden; den Rest mit einer Sicherung vergleichen.',
  'this cannot be read: {why}': 'das lässt sich nicht lesen: {why}',
  'Check that it exists and that this user may read it.':
    'Prüfen, ob es da ist und ob dieser Benutzer es lesen darf.',
  'the records of earlier sessions cannot be read: {why}':
    'die Protokolle früherer Sitzungen lassen sich nicht lesen: {why}',
  'Name another folder with --records, or make this one readable.':
    'Mit --records einen anderen Ordner nennen oder diesen lesbar machen.',
  'there is room for {free}, and the record of a whole treatment may take {needed}':
    'es ist Platz für {free}, und das Protokoll einer ganzen Behandlung kann {needed} brauchen',
  'Free space there, or choose a folder on another disk.':
    'Dort Platz schaffen oder einen Ordner auf einem anderen Datenträger wählen.',
  'no format is chosen': 'kein Format ist gewählt',
  '"{format}" is not a format of this build': '„{format}“ ist kein Format dieses Programms',
  'This build offers {formats}.': 'Es gibt {formats}.',
  'this file is already there, nothing was written':
    'diese Datei gibt es schon, nichts wurde geschrieben',
  'Name another file, or replace this one with --force.':
    'Eine andere Datei nennen oder diese mit --force ersetzen.',
};
