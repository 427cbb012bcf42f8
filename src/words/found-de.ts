/** What a rule found, in German. */
import type { FoundCatalogue } from './found-en.ts';

export const foundDe: FoundCatalogue = {
  'the limit is {limit}': 'die Grenze ist {limit}',
  'the limit is {limit}.': 'die Grenze ist {limit}.',
  'plate sensor A': 'Plattenfühler A',
  'plate sensor B': 'Plattenfühler B',
  'heatsink sensor': 'Fühler des Kühlkörpers',
  'the witness of the plate': 'der Kontrollfühler der Platte',
  'no temperature': 'keine Temperatur',
  nothing: 'nichts',
  '{celsius} °C': '{celsius} °C',
  '{bound} °C for {seconds} s, or {atOnce} °C at once':
    '{bound} °C für {seconds} s, oder sofort {atOnce} °C',
  '{bound} °C for {seconds} s': '{bound} °C für {seconds} s',
  '{sensor} reads {celsius}': '{sensor}: {celsius}',
  'the heatsink sensor reads {celsius}': 'der Fühler des Kühlkörpers zeigt {celsius}',
  'rising as with a fan that stands still, the heatsink sensor reads {celsius}':
    'der Fühler des Kühlkörpers zeigt {celsius} und steigt wie bei stehendem Lüfter',
  '{sensor} converts to {count}': '{sensor}: Zählwert {count}',
  'a count of {count}: the sensor or its wire is open':
    'Zählwert {count}: Der Fühler oder seine Leitung ist unterbrochen',
  'a count of {count}: the sensor or its wire is shorted':
    'Zählwert {count}: Der Fühler oder seine Leitung hat einen Kurzschluss',
  'plate sensors A and B read {first} and {second}':
    'Plattenfühler A und B zeigen {first} und {second}',
  'a difference of {celsius} °C for {seconds} s': '{celsius} °C Unterschied für {seconds} s',
  '{sensor} has not reported for {ms} ms': '{sensor}: seit {ms} ms keine Meldung',
  '{ms} ms, each report later than the one before': '{ms} ms, jede Meldung später als die davor',
  '{sensor} was gone for {ms} ms and came back': '{sensor}: {ms} ms weg und wieder da',
  'a whole wire without a break: a loose contact does that':
    'eine ganze Leitung ohne Unterbrechung: So wirkt ein Wackelkontakt',
  '{sensor} jumped by {celsius} °C': '{sensor}: Sprung um {celsius} °C',
  '{celsius} °C in {seconds} s: more than a plate or heatsink can move':
    '{celsius} °C in {seconds} s: mehr, als Platte oder Kühlkörper sich ändern können',
  '{sensor} has noise of {lsb} LSB rms': '{sensor}: Rauschen von {lsb} LSB',
  '{sensor} has converted to the very same count for {seconds} s':
    '{sensor}: seit {seconds} s genau derselbe Zählwert',
  '{seconds} s while power is permitted: a live sensor has noise':
    '{seconds} s bei erlaubtem Strom: Ein lebender Fühler rauscht',
  'the heatsink is at {celsius}': 'der Kühlkörper hat {celsius}',
  'the plate sensors differ by {celsius} °C':
    'die Plattenfühler unterscheiden sich um {celsius} °C',
  'the control loop ran {ms} ms late': 'die Regelung lief {ms} ms zu spät',
  'the stop loop is open': 'der Stoppkreis ist offen',
  closed: 'geschlossen',
  'the plate cools by {rate}': 'die Platte kühlt um {rate}',
  'the plate warms by {rate}': 'die Platte erwärmt sich um {rate}',
  'the plate is on its way to {celsius}': 'die Platte ist auf dem Weg zu {celsius}',
  '{celsius} °C, foreseen by its slope': '{celsius} °C, vorhergesehen aus ihrem Anstieg',
  '{rate} °C/s over {seconds} s': '{rate} °C/s über {seconds} s',
  'the plate moved {celsius} °C in {seconds} s of heating':
    'die Platte änderte sich um {celsius} °C in {seconds} s Wärmen',
  'the plate moved {celsius} °C in {seconds} s of cooling':
    'die Platte änderte sich um {celsius} °C in {seconds} s Kühlen',
  'at least {celsius} °C in {seconds} s': 'mindestens {celsius} °C in {seconds} s',
  'the plate went {celsius} °C down while heated': 'die Platte sank um {celsius} °C beim Wärmen',
  'the plate went {celsius} °C up while cooled': 'die Platte stieg um {celsius} °C beim Kühlen',
  '{celsius} °C within {seconds} s': '{celsius} °C innerhalb von {seconds} s',
  'the power is off and the plate still goes up, at {celsius} by {rate}':
    'der Strom ist aus und die Platte steigt noch, bei {celsius} um {rate}',
  'the power is off and the plate still goes down, at {celsius} by {rate}':
    'der Strom ist aus und die Platte sinkt noch, bei {celsius} um {rate}',
  'it must move toward skin and room': 'sie muss sich Haut und Raum nähern',
  'the fan turns {turns} times a minute': 'der Lüfter dreht {turns}-mal in der Minute',
  'at least {turns} for {seconds} s': 'mindestens {turns} für {seconds} s',
  'the heat dose is {dose} CEM43 minutes': 'die Wärmedosis ist {dose} CEM43-min',
  '{dose} CEM43 minutes': '{dose} CEM43-min',
  '{minutes} cold minutes were given': '{minutes} min Kälte wurden gegeben',
  '{minutes} cold minutes': '{minutes} min Kälte',
  'one phase has lasted {minutes} min': 'eine Phase dauert schon {minutes} min',
  'the treatment has lasted {minutes} min, pauses included':
    'die Behandlung dauert mit Pausen schon {minutes} min',
  'the cable was pulled': 'das Kabel wurde gezogen',
  'the port closed: {why}': 'der Anschluss wurde geschlossen: {why}',
  'no reason is known': 'kein Grund ist bekannt',
  'the board has not said for {ms} ms what its bridge pins hold':
    'die Platine hat seit {ms} ms nicht gemeldet, was an den Anschlüssen der Brücke liegt',
  'what was commanded': 'was verlangt war',
  'nobody confirmed within {minutes} min that the plate is on the skin':
    'niemand hat in {minutes} min bestätigt, dass die Platte auf der Haut liegt',
  'the companion: more would leave no time for the final cold in the longest session':
    'das Programm: mehr ließe in der längsten Sitzung keine Zeit für die letzte Kälte',
  'the guard on the board has not reported for {ms} ms':
    'der Wächter auf der Platine meldet sich seit {ms} ms nicht',
  'the board cut the power ({reason}): {reading}':
    'die Platine hat den Strom abgeschaltet ({reason}): {reading}',
  "{channel} got only {celsius} °C colder in {seconds} s of cooling; at least {least} °C is expected: a module, the supply or the sensor's seat is at fault":
    '{channel}: nur {celsius} °C kälter in {seconds} s Kühlen; mindestens {least} °C werden erwartet: Ein Modul, die Versorgung oder der Sitz des Fühlers ist fehlerhaft',
  '{channel} got warmer by {celsius} °C while cooled: the modules are wired the wrong way round, or sensors are swapped':
    '{channel}: {celsius} °C wärmer beim Kühlen: Die Module sind verkehrt angeschlossen, oder Fühler sind vertauscht',
  '{channel} moved by {celsius} °C although the relay was open: the plate was touched or laid on something, or the sensor or its plug is loose':
    '{channel}: {celsius} °C Änderung trotz offenem Relais: Die Platte wurde berührt oder abgelegt, oder der Fühler oder sein Stecker ist lose',
  'the gate refused the drive: {why}': 'die Antriebsfreigabe hat den Strom abgelehnt: {why}',
  'this state permits no drive': 'in diesem Zustand ist kein Antrieb erlaubt',
  'a plate reading is missing, stale or implausible':
    'ein Messwert der Platte fehlt, ist alt oder unglaubwürdig',
  'an interlock is not clear': 'eine Sicherheitsregel ist nicht frei',
  'heat is permitted in a hot phase only': 'Wärme ist nur in einer warmen Phase erlaubt',
};
