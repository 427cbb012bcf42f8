/** Why a self-test does not pass, why a treatment ended, and why a wish was not done, in English. */
export const courseEn = {
  'causes.powered':
    'Likely causes, in this order: the ground wire of the sensors carries module current; sensor wires lie beside the module wires; a loose plug; the power supply.',
  'causes.atRest':
    'Likely causes, in this order: a loose plug or wire; the power supply; sensor wires beside mains or module wires.',
  'no-valid-reading': '{channel} gives no valid reading',
  'heatsink-still-warm': 'the heatsink is at {value}; let it cool below {limit:exact}',
  'test-stop-open': 'the stop loop is open',
  'test-beads-differ': 'the plate sensors differ by {value} at rest; {limit:exact} is allowed',
  'witness-needed':
    'the board reads no witness in the plate: prescribe {leastC:bareexact} to {mostC:exact}, or use a board that does',
  'witness-not-comparable': '{channel} cannot be compared with the beads',
  'beads-above-witness':
    'the plate sensors read {value} more than the witness of the plate; {limit} is allowed',
  'beads-below-witness':
    'the plate sensors read {value} less than the witness of the plate; {limit} is allowed',
  'outvoted-above':
    'the plate sensors read {value} more than the witness of the plate, and the heatsink sensor agrees with the witness',
  'outvoted-below':
    'the plate sensors read {value} less than the witness of the plate, and the heatsink sensor agrees with the witness',
  'plate-below-cold':
    'the plate rests at {value:0}, colder than the cold of {limit:0} that is prescribed: let the room warm, or prescribe a colder setpoint',
  'room-cold': 'the room is at {value:0}: let it warm to {limit:exact}',
  'room-warm': 'the room is at {value:0}: let it cool to {limit:exact}',
  'plate-still-cold': 'the plate is still at {value:0}: let it warm to {limit:exact}',
  'plate-still-moves':
    'the plate is at {plateC} and still moves by {value}, as after a treatment: let it rest',
  'board-found': '{cause}',
  'board-not-arming': 'the board does not arm itself',
  'board-guard-lost': 'the board has lost its guard',
  'moved-colder-unpowered':
    '{channel} moved by {value} although the relay was open: the relay is welded or bypassed, or the plate was laid on something cold',
  'moved-unpowered':
    '{channel} moved by {value} although the relay was open: the plate was touched or laid on something, or the sensor or its plug is loose',
  'test-noisy':
    '{channel} has noise of {value} rms while current flows, and {restLsb:bare1} without; {limit:bareexact} is allowed. {causes}',
  'warmer-while-cooled':
    '{channel} got warmer by {value} while cooled: the modules are wired the wrong way round, or sensors are swapped',
  'hardly-colder':
    "{channel} got only {value} colder in {watchedS:0} of cooling; at least {limit:exact} is expected: a module, the supply or the sensor's seat is at fault",
  'heatsink-hardly-warmer':
    'the heatsink got {value} warmer while the plate was cooled; at least {limit:exact} is expected: its sensor is out of its hole or its plug is loose, the modules do not work, or sensors are swapped',
  'lease-not-cleared': 'the board did not let its trip be cleared after the test of its lease',
  'lease-not-rearmed': 'the board did not arm itself again after the test of its lease',
  'lease-kept': 'the board kept its power for {value} without a renewal; {limit} are allowed',
  'lease-late': 'the board cut the power {value} after the last renewal; {limit} are allowed',
  'lease-drives': 'the board says that it cut the power, and its pins still drive',
  'by.the stop button': 'the stop button',
  'by.the operator': 'the operator',
  'by.the closed terminal': 'the closed terminal',
  'stopped-by': 'stopped by {by}',
  'ended-by': 'ended early by {by}',
  'ended-for-time':
    'ended early by the companion: more would leave no time for the final cold in the longest session',
  'link-was-lost': 'the link to the board was lost: {cause}',
  'self-test-failed': 'the self-test failed: {cause}',
  'not-all-delivered': 'it ran to its end, and not every phase was delivered',
  'pause-expired': 'the pause lasted too long',
  'check-expired': 'nobody could say in time that the skin is fine',
  'skin-wrong': 'something is wrong with the skin',
  'all-delivered': 'the whole prescription was delivered',
  contraindicated: 'the screening found a contraindication',
  'cancelled-by': 'cancelled by {by}',
  'not-started': 'not started: {cause}',
  'nobody-confirmed': 'nobody confirmed within {forMin} that the plate is on the skin',
  'cut-off': 'cut off in the state {state}',
  'no-reason': 'no reason was given',
  told: '{text}',
  'record-lost': '{text}',
  'link-lost': '{text}',
  'the-limit-is': 'the limit is {text}',
  'cold-finish-missed': 'cold finish not delivered',
  'phase-missed':
    'phase {phase} ({phaseKind}) was at {setpointC:exact} for {heldMin:1} of the {owedMin:bare1} that it owes',
  'phase-shorter': 'phase {phase} ({phaseKind}) had {lessS:0} less, for the way back after a pause',
  'phaseKind.cold': 'cold',
  'phaseKind.hot': 'hot',
  'gate-refused': 'the gate refused the drive: {cause}',
  'gate-not-permitted': 'this state permits no drive',
  'gate-no-reading': 'a plate reading is missing, stale or implausible',
  'gate-no-number': 'the controller asked for a drive that is no number',
  'gate-interlock': 'an interlock is not clear',
  'gate-heat-only-hot': 'heat is permitted in a hot phase only',
  'gate-no-setpoint': 'there is no setpoint',
  'gate-setpoint-astray': 'the setpoint has left its way',
  'gate-beyond-hot': 'heat would lead beyond the target',
  'gate-beyond-cold': 'cooling would lead beyond the target',
  'gate-too-hot': 'the plate is at {limitC:exact} or above',
  'gate-too-cold': 'the plate is at {limitC:exact} or below',
  'gate-reversed-soon': 'the direction was changed less than {forS} ago',
  'gate-no-cap': 'the rig has no cap',
  'no-effect': '{wish} has no effect in the state {state} ({disposition})',
  'found-by-itself': '{wish} is found by the companion itself, and taken from nobody',
  'other-rotations': '{wish} names another number of rotations than the prescription in force',
  'skin-said-wrong':
    'something is wrong with the skin, as was said: say what is wrong, with what was found, or nothing more; how it is later is asked twenty minutes after the end',
  'look-again-in': 'look at the skin again in {leftS}',
  'cause-still-there': 'the cause is still there: {rule}, {whole}',
  'cause-not-known': 'the cause is still there: not known',
  'link-is-lost': 'the link to the board is lost: {cause}',
  'plate-not-safe': 'the plate is not proven safe to touch at length',
  'skin-not-said': 'nobody said how the skin is',
  'plate-near-limit': 'the plate is between {coldestC:bare1} and {hottestC}',
  'dose-near-limit':
    '{heatCem43:bare2} of {heatCapCem43:exact}, {coldGivenMin:bare1} of {coldCapColdMin:exact}',
  'plate-not-safe-yet':
    'the plate is at {coldestC:bare1} to {hottestC}; safe to touch is {leastC:bareexact} to {mostC:exact}',
  'plate-not-proven-safe':
    'no valid reading proves that the plate is between {leastC:bareexact} and {mostC:exact}',
  'stage-rest': 'Sensors agree, heatsink cool, stop loop closed',
  'stage-relayAlone': 'Relay alone: both supplies are right, nothing lifts the heating rail',
  'stage-relayOpen': 'Relay open: the plate does not answer',
  'stage-pulse': 'Cool pulse: both plate sensors fall, the heatsink rises',
  'stage-lease': 'No renewal: the board drops the power by itself',
  'stage-leaseClear': 'The provoked trip clears',
  'stage-rearm': 'The board arms itself again',
  'phase-begins': 'phase {phase} begins',
} as const;
