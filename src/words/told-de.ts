/** Sentences of records, reasons and errors, in German. */
import type { ToldCatalogue } from './told-en.ts';

export const toldDe: ToldCatalogue = {
  'the operator': 'die Bedienperson',
  operator: 'Bedienperson',
  companion: 'Programm',
  script: 'Skript',
  'somebody who is not signed in': 'jemand ohne Anmeldung',
  'this computer': 'dieser Computer',
  'the stop button': 'der Stoppknopf',
  'the closed terminal': 'das geschlossene Terminal',
  'the end of npm': 'das Ende von npm',
  '{who} (the dashboard, {where})': '{who} (die Seite, {where})',
  '{who} (the STOP port, {where})': '{who} (der STOPP-Anschluss, {where})',
  '{who} (contrast stop, {where})': '{who} (Befehl „contrast stop“, {where})',
  '{who} (typed at the terminal)': '{who} (am Terminal eingegeben)',
  'file {name}': 'Datei {name}',
  'the pause lasted too long': 'die Pause dauerte zu lange',
  'nobody could say in time that the skin is fine':
    'niemand konnte rechtzeitig sagen, dass die Haut in Ordnung ist',
  'something is wrong with the skin': 'mit der Haut stimmt etwas nicht',
  'the whole prescription was delivered': 'die ganze Verordnung wurde gegeben',
  'the screening found a contraindication': 'die Befragung ergab, dass nicht behandelt werden darf',
  'it ran to its end, and not every phase was delivered':
    'sie lief bis zum Ende, und nicht jede Phase wurde erreicht',
  'it ran to its end, and not every phase was delivered: {missed}':
    'sie lief bis zum Ende, und nicht jede Phase wurde erreicht: {missed}',
  'stopped by {who}': 'angehalten durch: {who}',
  'ended early by {who}': 'vorzeitig beendet durch: {who}',
  'the link to the board was lost: {why}': 'die Verbindung zur Platine ging verloren: {why}',
  'the self-test failed: {why}': 'der Selbsttest wurde nicht bestanden: {why}',
  'cut off in the state {state}': 'abgebrochen im Zustand: {state}',
  'cold finish not delivered': 'letzte Kälte nicht gegeben',
  'cancelled by the operator': 'von der Bedienperson abgebrochen',
  'called off during the screening': 'während der Befragung abgebrochen',
  'phase {number} ({kind}) had {seconds} s less, for the way back after a pause':
    'Phase {number} ({kind}) hatte {seconds} s weniger, für den Weg zurück nach einer Pause',
  'phase {number} ({kind}) was at {setpoint} °C for {given} min of the {owed} that it owes':
    'Phase {number} ({kind}) war {given} min auf {setpoint} °C, von {owed} geschuldeten',
  cold: 'kalt',
  hot: 'warm',
  'The record has no proven end ({verdict}).':
    'Das Protokoll hat kein bewiesenes Ende ({verdict}).',
  'The record has no proven end ({verdict}). It had tripped: {rule}, {message}':
    'Das Protokoll hat kein bewiesenes Ende ({verdict}). Es hatte ausgelöst: {rule}, {message}',
  'It tripped ({rule}: {message}), although its summary says "{outcome}".':
    'Es hat ausgelöst ({rule}: {message}), obwohl die Zusammenfassung „{outcome}“ sagt.',
  'Not every phase was delivered, although its summary says "completed".':
    'Nicht jede Phase wurde erreicht, obwohl die Zusammenfassung „abgeschlossen“ sagt.',
  'self-test': 'Selbsttest',
  'phase {number}': 'Phase {number}',
  'simulated device': 'simuliertes Gerät',
  'none (simulated)': 'keine (simuliert)',
  'not known': 'nicht bekannt',
  intact: 'unversehrt',
  'altered at line {line}': 'verändert in Zeile {line}',
  'truncated after line {line}': 'abgeschnitten nach Zeile {line}',
  running: 'läuft',
  'not delivered': 'nicht gegeben',
  delivered: 'gegeben',
  'something follows the summary': 'nach der Zusammenfassung folgt noch etwas',
  'zero bytes follow the last line': 'nach der letzten Zeile folgen Nullbytes',
  'no summary': 'keine Zusammenfassung',
  'the line feed at its end is replaced': 'der Zeilenumbruch am Ende ist ersetzt',
  'it is not the beginning of a line': 'das ist kein Anfang einer Zeile',
  'the last line is torn': 'die letzte Zeile ist abgerissen',
  'it is not in the form that this program writes': 'so schreibt dieses Programm keine Zeile',
  'its number is {seq}, not {expected}': 'ihre Nummer ist {seq} statt {expected}',
  'the header is missing': 'der Kopf fehlt',
  'it is a second header': 'das ist ein zweiter Kopf',
  'it follows the summary': 'sie folgt auf die Zusammenfassung',
  'every hash is right and the summary is there':
    'alle Prüfsummen stimmen, und die Zusammenfassung ist da',
  'its end is CR LF: the file went through an editor or a transfer':
    'sie endet mit CR LF: Die Datei ging durch einen Editor oder eine Übertragung',
  'it begins with a byte order mark: the file went through an editor':
    'sie beginnt mit einer Byte-Reihenfolge-Marke: Die Datei ging durch einen Editor',
  'its hash does not follow from what it says and the line before':
    'ihre Prüfsumme folgt nicht aus ihrem Inhalt und der Zeile davor',
  'a defect ended the run: {message}': 'ein interner Fehler hat den Lauf beendet: {message}',
  'the disk is full: from here on only events and the end are kept, no samples':
    'der Datenträger ist voll: Ab hier werden nur Ereignisse und das Ende aufgezeichnet, keine Messwerte',
  'the board did not confirm that it remembers the newest record; its memory may be worn out':
    'die Platine hat nicht bestätigt, dass sie sich das neueste Protokoll merkt; ihr Speicher ist vielleicht verbraucht',
  '{event} has no effect in the state {state} (ignored)':
    '„{event}“ bewirkt im Zustand „{state}“ nichts (übergangen)',
  '{event} has no effect in the state {state} (refused)':
    '„{event}“ bewirkt im Zustand „{state}“ nichts (abgelehnt)',
  '{event} is found by the companion itself, and taken from nobody':
    '„{event}“ stellt das Programm selbst fest und nimmt es von niemandem an',
  '{event} names another number of rotations than the prescription in force':
    '„{event}“ nennt eine andere Zahl von Durchgängen als die geltende Verordnung',
  'clears what the record before had latched: {words}':
    'hebt auf, was das Protokoll davor festgehalten hat: {words}',
  'the treatment {id} tripped ({rule}): {why}': 'die Behandlung {id} hat ausgelöst ({rule}): {why}',
  'its record does not say why': 'ihr Protokoll sagt nicht, warum',
  'Something was wrong with the skin: {found}.':
    'Mit der Haut war etwas nicht in Ordnung: {found}.',
  'Take the plate off the skin.': 'Platte von der Haut nehmen.',
  'Look at the skin.': 'Die Haut ansehen.',
  'Do not treat there now: wait as long as the reason says, then start anew.':
    'Dort jetzt nicht behandeln: so lange warten, wie der Grund sagt, dann neu beginnen.',
  'Do not treat this person with this device. Ask a clinician.':
    'Diese Person nicht mit diesem Gerät behandeln. Eine Fachperson fragen.',
  'Look at the skin. The device did not get or stay where it was to be: have it checked before the next treatment.':
    'Die Haut ansehen. Das Gerät kam nicht auf die Temperatur oder hielt sie nicht: vor der nächsten Behandlung prüfen lassen.',
  'Unless it is still running: take the plate off the skin, if it is still on, and unplug the device.':
    'Wenn sie nicht noch läuft: Platte von der Haut nehmen, falls sie noch liegt, und den Netzstecker ziehen.',
  'Take the plate off the skin. Have the device checked before it is used again.':
    'Platte von der Haut nehmen. Gerät prüfen lassen, bevor es wieder benutzt wird.',
  'The cold finish can be given by itself, within {minutes} min: the prescription {preset}, or {gentle} under reduced limits; it waits for the skin to have been called fine, at the end or 20 min later. Where part of it was given already it may be refused: cold upon cold is one stretch.':
    'Die letzte Kälte lässt sich einzeln geben, innerhalb von {minutes} min: mit der Verordnung {preset}, oder {gentle} bei engeren Grenzen; vorher muss jemand gesagt haben, dass die Haut in Ordnung ist, am Ende oder 20 min später. Wo ein Teil schon gegeben wurde, kann sie abgelehnt werden: Kälte auf Kälte zählt als ein Stück.',
  'Have a doctor look at the skin, and write down that it has healed.':
    'Lassen Sie die Haut ärztlich ansehen und aufschreiben, dass sie verheilt ist.',
  'No more heat there until a doctor has seen the marks.':
    'Dort keine Wärme mehr, bis die Zeichnung ärztlich angesehen ist.',
  'A pounding headache with sweat is an emergency: sit up, call for help.':
    'Pochender Kopfschmerz mit Schwitzen ist ein Notfall: aufsetzen, Hilfe rufen.',
  'Check the skin twice as often, and do not leave the person alone.':
    'Die Haut doppelt so oft prüfen und die Person nicht allein lassen.',
  'Test it with two spoons, as the question says, and start again.':
    'Mit zwei Löffeln prüfen, wie es in der Frage steht, und neu beginnen.',
  'Choose a place where both sides feel alike. Where the feeling has only lately gone, see a doctor.':
    'Eine Stelle wählen, an der beide Seiten gleich fühlen. Ist das Gefühl erst seit Kurzem weg: zum Arzt gehen.',
  'Choose another place.': 'Eine andere Stelle wählen.',
  'Choose another place, and ask the doctor who treats it.':
    'Eine andere Stelle wählen und die behandelnde Ärztin oder den Arzt fragen.',
  'Heat over a pump can change how much it gives.':
    'Wärme über einer Pumpe kann ändern, wie viel sie abgibt.',
  'See a doctor.': 'Gehen Sie zum Arzt.',
  'Get medical help now.': 'Holen Sie jetzt ärztliche Hilfe.',
  'See a doctor. Drink enough.': 'Gehen Sie zum Arzt. Trinken Sie genug.',
  'Go to a hospital today.': 'Gehen Sie heute noch in ein Krankenhaus.',
  'Call for an ambulance now.': 'Rufen Sie jetzt den Rettungsdienst.',
  'See a doctor today.': 'Gehen Sie heute noch zum Arzt.',
  'Where nobody knows why it is swollen, see a doctor; start again once it has gone down.':
    'Weiß niemand, warum es geschwollen ist: zum Arzt gehen; neu beginnen, wenn es abgeschwollen ist.',
  'Where this is new, see a doctor today.': 'Ist das neu: heute noch zum Arzt gehen.',
  'Have a doctor look at it today.': 'Lassen Sie es heute noch ärztlich ansehen.',
  'Choose a place on an arm or a leg.': 'Eine Stelle an einem Arm oder Bein wählen.',
  'Drink enough, unless a doctor limits it.': 'Trinken Sie genug, außer es ist ärztlich begrenzt.',
  'Wait until they can say or sign at once that it hurts, and start again.':
    'Warten, bis die Person sofort sagen oder zeigen kann, dass es schmerzt, und neu beginnen.',
  'Choose another place, or wait until the skin is whole.':
    'Eine andere Stelle wählen, oder warten, bis die Haut heil ist.',
  'Wash a cream or rub off, dry the skin, and start again. Whether a drug patch may come off, ask whoever prescribed it; or choose another place.':
    'Creme oder Einreibung abwaschen, die Haut trocknen, und neu beginnen. Ob ein Arzneipflaster ab darf, sagt, wer es verordnet hat; sonst eine andere Stelle wählen.',
  'Take it away, let the skin come back to its own warmth, and start again.':
    'Es wegnehmen, die Haut auf ihre eigene Wärme zurückkommen lassen, und neu beginnen.',
  'Wait until the rest time has passed, and start again.':
    'Warten, bis die Ruhezeit vorbei ist, und neu beginnen.',
  'Have a doctor look at the skin.': 'Lassen Sie die Haut ärztlich ansehen.',
  'Find a position in which breathing is easy, or a shorter prescription, and start again.':
    'Eine Lage finden, in der das Atmen leicht ist, oder eine kürzere Verordnung, und neu beginnen.',
  'Put a dry cloth between plate and skin, and start again.':
    'Ein trockenes Tuch zwischen Platte und Haut legen und neu beginnen.',
  'Loosen the strap until two fingers fit under it, and start again.':
    'Den Gurt lockern, bis zwei Finger darunter passen, und neu beginnen.',
  'Look at the skin, and start again.': 'Die Haut ansehen und neu beginnen.',
  'Wait until the person is wide awake, and start again.':
    'Warten, bis die Person hellwach ist, und neu beginnen.',
  'Find somebody who stays the whole time, and start again.':
    'Jemanden finden, der die ganze Zeit bleibt, und neu beginnen.',
  'Lay the STOP button or a switch into the hand, and start again.':
    'Den STOPP-Knopf oder einen Schalter in die Hand legen und neu beginnen.',
  'Let the person press STOP once, see that it stops, and start again.':
    'Die Person STOPP einmal drücken lassen, sehen, dass es anhält, und neu beginnen.',
};
