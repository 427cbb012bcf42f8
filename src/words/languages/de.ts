/**
 * All words in German, in this one file: the parts that there are, and where each is said, stand in `../language-words.ts`. What
 * the placeholders mean is said beside the English words.
 */
import { sidedIn } from '../language-words.ts';
import type * as words from '../language-words.ts';

/** As the language calls itself. */
export const name = 'Deutsch';

/** STOP. */
export const stop: words.StopWords = {
  button: 'STOPP',
  stopping: 'HÄLT AN …',
  stoppingText: 'Wartet auf die Bestätigung des Geräts.',
  stopped: 'Angehalten in {seconds} s',
  stoppedText: 'Strom nachweislich aus.',
  unconfirmed: 'NICHT BESTÄTIGT: STROM TRENNEN',
  unconfirmedText:
    'Wird weiter versucht, {seconds} s. Drücken Sie den Knopf am Gerät oder ziehen Sie den Stecker.',
  hint: 'Wirkt jederzeit, auch ohne Anmeldung',
  keys: 'Tasten: {keys}',
  label: 'STOPP: Behandlung anhalten und Strom abschalten',
  escape: 'zweimal Esc',
  ago: 'vor {age}',
  noPage: 'Die Seite konnte nicht angezeigt werden',
  noPageText:
    'Sie wird von selbst neu geladen. Das Gerät braucht sie nicht, und STOPP unten wirkt auch ohne sie.',
  reload: 'Jetzt neu laden',
};

/** What everybody is told. */
export const plain = {
  knownTitle: 'Was bekannt ist und was nicht',
  known: [
    'Wärme und Kälte im Wechsel lassen manche Menschen verspannte, schmerzende Muskeln als besser empfinden.',
    'Bei Krämpfen durch ALS hat das niemand geprüft, auch nicht in der Reihenfolge und Dauer dieses Geräts.',
    'Die Ursache eines Krampfs bleibt, wie sie ist, und tief liegende Muskeln werden kaum wärmer oder kälter.',
    'Um einen Krampf zu lösen, ist das Dehnen des Muskels am besten bekannt.',
  ],
  afterTitle: 'Danach',
  after: [
    'Sehen und fühlen Sie die Haut jetzt an und in 20 Minuten noch einmal.',
    'Setzen Sie sich langsam auf und warten Sie eine Minute, bevor Sie aufstehen. Eine halbe Stunde lang kann das Glied schwach oder ungeschickt sein: nicht allein Treppen steigen, nicht fahren, kein Sport.',
    'Keine Wärme und keine Kälte mehr an diesem Teil des Körpers für {rest} Minuten, und keine Creme, wo die Platte liegen wird.',
  ],
  moreTitle: 'Mehr für heute',
  more: [
    'Trinken Sie wie immer; mehr bei Hitze, Fieber, Erbrechen oder Durchfall, außer Ihre Ärztin oder Ihr Arzt begrenzt es oder Sie verschlucken sich an dünnen Getränken.',
    'Bewegen Sie sich heute einige Male sanft, und dehnen Sie vor dem Schlafen. Schonen Sie, was überlastet war.',
    'Schreiben Sie auf, wie sehr es jetzt schmerzt, und in 20 Minuten noch einmal.',
    'Manche Wassertabletten und Cholesterintabletten machen Krämpfe. Fragen Sie ärztlich nach; setzen Sie nichts selbst ab.',
    'Schmerz nach einer Verletzung kann Tage dauern und soll jeden Tag etwas weniger werden.',
    'Wenn Krämpfe schlimmer werden oder häufiger kommen: gehen Sie zum Arzt.',
  ],
  later:
    'Sehen Sie die Haut 20 min nach dem Ende noch einmal an und sagen Sie, wie sie ist: das öffnet die nächste Behandlung hier.',
  notFelt:
    'Am Ende war die Platte nicht zu fühlen. Das Gefühl kommt in Minuten zurück: Prüfen Sie es, und gehen Sie zum Arzt, wenn die Haut länger als 20 Minuten taub ist. Hier beginnt keine Behandlung, bevor jemand sagt, dass die Haut in Ordnung ist.',
  notSaid:
    'Am Ende hat niemand gesagt, dass die Haut in Ordnung ist. Hier beginnt keine Behandlung, bevor das jemand sagt.',
  reactionTitle: 'Mit der Haut war etwas nicht in Ordnung',
  reaction: [
    'Zu heiß: 20 min kühles fließendes Leitungswasser, kein Eis.',
    'Zu kalt: langsam mit einer Hand oder einer Decke wärmen, nicht reiben, kein heißes Wasser.',
    'Gehen Sie zum Arzt: noch heute bei Blase, Quaddeln, offener Haut, weißer, grauer oder dunkler Stelle, Schmerz oder Taubheit von mehr als 20 min.',
    'Dort keine Wärme und keine Kälte mehr, auch keine abschließende Kälte: Niemand wird dort behandelt, bevor eine Fachperson die Haut angesehen hat und das aufgezeichnet ist.',
  ],
} as const satisfies words.PlainWords;

/** The page. */
export const page: words.PageCatalogue = {
  'app.name': 'Contrast Companion',
  'app.skip': 'Zum Inhalt springen',
  'app.notDevice': 'Forschungssoftware. Kein zugelassenes Medizinprodukt.',
  'nav.label': 'Seiten',
  'nav.treat': 'Behandeln',
  'nav.history': 'Verlauf',
  'nav.device': 'Gerät',
  'nav.limits': 'Grenzen',
  'nav.settings': 'Einstellungen',
  'link.live': 'Verbunden',
  'link.connecting': 'Verbindung wird aufgebaut …',
  'link.lost': 'Getrennt',
  'gone.title': 'GETRENNT: Nichts auf dieser Seite ist sicher noch wahr',
  'gone.text':
    'Die Seite hört nichts mehr vom Gerät und versucht es weiter. Das Gerät arbeitet oder hält von selbst an; sehen Sie nach. STOPP unten wird trotzdem gesendet, und der Knopf am Gerät wirkt immer.',
  'device.starting': 'Das Gerät startet',
  'device.lost': 'Die Verbindung zum Gerät ist verloren',
  'device.lostText':
    'Über die Platte ist nichts bekannt. Nehmen Sie sie von der Haut. Ein neuer Start beginnt in Ruhe; nichts wird fortgesetzt.',
  'sim.title': 'SIMULATION: keine Platte, kein Patient',
  'sim.speed': 'Tempo',
  'sim.standIn': 'Hautfragen beantworten sich selbst',
  'bench.title': 'PRÜFLAUF: kein Patient',
  'unguarded.title': 'PLATINE OHNE WÄCHTER: nicht an Menschen',
  'witness.none': 'KEIN KONTROLLFÜHLER IN DER PLATTE: nur 12 bis 39 °C',
  'broken.title': 'Diese Seite hat einen Fehler',
  'broken.text':
    'Sie wird von selbst neu geladen. Das Gerät braucht sie nicht und läuft weiter; STOPP unten wirkt auch ohne sie.',
  'broken.reload': 'Jetzt neu laden',
  'alarm.region': 'Alarme',
  'alarm.high': 'Alarm hoher Priorität',
  'alarm.medium': 'Alarm mittlerer Priorität',
  'alarm.low': 'Hinweis',
  'alarm.acknowledge': 'Gesehen: Ton aus',
  'alarm.pause': 'Ton 2 min aus',
  'alarm.acknowledgedBy': 'Gesehen von {name}',
  'alarm.causeGone': 'Ursache behoben',
  'sound.on': 'Ton ist an',
  'sound.turnOn': 'Ton einschalten',
  'state.idle': 'In Ruhe',
  'state.screening': 'Befragung',
  'state.declined': 'Abgelehnt',
  'state.selfTest': 'Selbsttest',
  'state.preparing': 'Platte wird vorbereitet',
  'state.awaitingContact': 'Wartet auf die Haut',
  'state.treating.cold': 'Kalt',
  'state.treating.hot': 'Warm',
  'state.paused': 'Pause',
  'state.checking': 'Haut prüfen, Strom aus',
  'state.settling': 'Schaltet ab',
  'state.ended': 'Beendet',
  'state.faulted': 'Ausgelöst',
  'kind.cold': 'Kalt',
  'kind.hot': 'Warm',
  'common.next': 'Weiter',
  'common.back': 'Zurück',
  'common.yes': 'Ja',
  'common.no': 'Nein',
  'common.cancel': 'Abbrechen',
  'common.loading': 'Lädt …',
  'common.retry': 'Noch einmal',
  'common.notKnown': 'nicht bekannt',
  'common.minutes': '{minutes} min',
  'common.coldMinutes': '{minutes} min, {degreeMinutes} °C·min unter 20 °C',
  'common.seconds': '{seconds} s',
  'common.noReading': 'kein Messwert',
  'common.noAnswer':
    'Der Server antwortet nicht. Prüfen Sie das Netz und versuchen Sie es noch einmal.',
  'common.notAllowed': 'Ihre Rolle darf das nicht.',
  'common.step': 'Schritt {number} von {total}',
  'common.cem43': '{value} CEM43-min',
  'treat.title': 'Neue Behandlung',
  'treat.choose': 'Verordnung wählen',
  'treat.custom': 'Eigene Verordnung (Text)',
  'treat.planned': 'Geplante Plattentemperatur',
  'treat.length': 'Dauer',
  'treat.dose': 'Erwartete Wärmedosis',
  'treat.cold': 'Kälte insgesamt',
  'treat.phases': 'Phasen',
  'treat.blocked': 'Eine Grenze verhindert diese Verordnung',
  'treat.outlook': 'Was sie über diese Sitzung hinaus beendet oder ausschließt',
  'treat.fits': 'Innerhalb aller geltenden Grenzen',
  'treat.notOffered': 'Bekannt, hier aber nicht angeboten',
  'treat.site': 'Wo wird die Platte liegen?',
  'treat.siteNever': 'nie: {why}',
  'treat.siteCare': 'mit Vorsicht: {why}',
  'treat.sound': 'Hören Sie den Alarm?',
  'treat.soundText':
    'Das Gerät hat einen eigenen Summer. Dieser Bildschirm ist der zweite Alarm: Prüfen Sie, ob er dort zu hören ist, wo Sie sein werden.',
  'treat.soundPlay': 'Alarmton abspielen',
  'treat.soundHeard': 'Ja, gehört',
  'treat.soundNot': 'Nein. Ohne Ton weiter',
  'treat.soundRefused':
    'Der Browser lässt die Seite nicht tönen. Prüfen Sie Lautstärke und Einstellungen.',
  'treat.screening': 'Befragung',
  'treat.question': 'Frage {number} von {total}',
  'layer.lasting': 'Was bleibt',
  'layer.site': 'Die Stelle',
  'layer.today': 'Heute',
  'layer.start': 'Bei diesem Start',
  'word.known':
    'Ist es lange bekannt, und hat es eine Fachperson gesehen? Was dazu aufgeschrieben ist, macht es leichter, solange nichts neu oder schlimmer ist.',
  'word.healed':
    'Hat eine Fachperson die Haut angesehen und aufgeschrieben, dass sie verheilt ist?',
  'word.clinician': 'Wer es gesehen hat',
  'word.seenOn': 'Tag, an dem es gesehen wurde',
  'word.same': 'Seither nicht neu und nicht schlimmer',
  'word.worse': 'Seither neu oder schlimmer',
  'word.none': 'Keine Fachperson hat es gesehen',
  'word.missing': 'Name und Tag werden gebraucht',
  'treat.allClear': 'Niemand ist unter dieser Platte: alles unbedenklich',
  'treat.review': 'Bereit zum Start?',
  'treat.reviewClear': 'Die Befragung ist unbedenklich.',
  'treat.reviewCare': 'Vorsicht ist nötig: Die Grenzen dieser Behandlung sind enger.',
  'treat.reviewClinician': 'Eine ärztliche Entscheidung ist nötig',
  'treat.reviewNever': 'Nicht behandeln',
  'treat.clinician': 'Name der entscheidenden Person',
  'treat.clinicianPassword': 'Kennwort dieser Person (entfällt, wenn sie hier angemeldet ist)',
  'treat.reason': 'Grund der Entscheidung',
  'treat.start': 'Start: Selbsttest, dann Platte kühlen',
  'treat.startHint': 'Die Platte bleibt von der Haut, bis der Bildschirm das Anlegen freigibt.',
  'treat.changeAnswer': 'Antwort ändern',
  'treat.signIn': 'Zum Behandeln als Bediener anmelden.',
  'declined.title': 'Im Lauf des letzten Tages wurde eine Befragung abgelehnt',
  'declined.changed': 'Jetzt anders beantwortet; zuerst bestätigen:',
  'declined.confirm': 'Ich, {name}, bestätige die jetzigen Antworten. Beide werden aufgezeichnet.',
  'prepare.selfTest': 'Selbsttest',
  'prepare.selfTestText':
    'Platte von der Haut lassen. Das Gerät prüft seine Fühler, sein Relais und sein STOPP.',
  'prepare.cooling': 'Platte kühlt auf {target}',
  'prepare.coolingText': 'Platte von der Haut lassen. Der Bildschirm gibt das Anlegen frei.',
  'prepare.cancel': 'Abblasen',
  'step.waiting': 'wartet',
  'step.running': 'läuft',
  'step.passed': 'bestanden',
  'step.failed': 'NICHT BESTANDEN',
  'apply.title': 'Anlegen ist sicher',
  'apply.text': 'Die Platte hat {temperature}. Auf die Haut legen: {site}. Dann bestätigen.',
  'apply.confirm': 'Die Platte liegt auf der Haut',
  'apply.left': 'Die Platte wartet noch {time}.',
  'run.phase': 'Phase {number} von {total}',
  'run.paused': 'PAUSE: {kind}',
  'run.toSetpoint': 'Ziel {target}',
  'run.neutral': 'neutral',
  'run.leftPhase': 'Rest dieser Phase',
  'run.leftAll': 'Rest insgesamt',
  'run.next': 'Danach',
  'run.nextPhase': '{kind}, {target}, {minutes} min',
  'run.nextEnd': 'schaltet der Strom ab, und die Platte kommt herunter',
  'run.plate': 'Platte',
  'run.plateA': 'Platte A',
  'run.plateB': 'Platte B',
  'run.heatsink': 'Kühlkörper',
  'run.setpoint': 'Sollwert',
  'run.drive': 'Leistung',
  'run.limit': 'Strom wird abgeschaltet',
  'run.whole': 'Ganze Behandlung',
  'run.timelinePart': '{kind} {minutes} min, {state}',
  'run.timelineDone': 'erledigt',
  'run.timelineNow': 'jetzt',
  'run.timelineAhead': 'später',
  'run.dose': 'Dosis und ihre Grenze',
  'run.heatDose': 'Wärme',
  'run.coldDose': 'Kälte',
  'run.ofCap': '{value} von {cap}',
  'run.pause': 'Pause',
  'run.resume': 'Fortsetzen …',
  'run.resumeConfirm': 'Fortsetzen: Strom geht wieder an',
  'run.resumeText': 'Liegt die Platte auf der Haut, und sieht die Haut normal aus?',
  'run.pauseLeft': 'Die Pause endet in {time}; dann endet die Behandlung wie bei vorzeitigem Ende.',
  'run.endEarly': 'Vorzeitig beenden …',
  'run.endEarlyConfirm': 'Vorzeitig beenden',
  'run.endEarlyHeated':
    'Es wurde gewärmt, darum folgt jetzt die letzte kalte Phase, {minutes} min. Dann kommt die Platte herunter.',
  'run.endEarlyCold':
    'Auf die Kälte folgte noch keine Wärme: Der Strom geht aus, und die Platte kommt herunter.',
  'run.endEarlyKeep': 'Behandlung fortsetzen',
  'run.plot': 'Kurve der Behandlung',
  'run.readings': 'Messwerte als Tabelle',
  'run.readAloud': 'Zustand vorlesen',
  'run.flagTime': 'Zeit',
  'run.plotText':
    '{kind}, Phase {number} von {total}. Platte {plate}, Ziel {target}. Noch {left} in dieser Phase.',
  'check.title': 'Haut prüfen',
  'check.skin': 'Wie ist die Haut? Ist die Platte zu spüren?',
  'check.warm': 'Ist es warm und nicht heiß?',
  'check.closing': 'Die Behandlung ist zu Ende. Wie ist die Haut jetzt?',
  'check.again': 'Der Strom ist aus. Die Haut in {time} noch einmal ansehen.',
  'check.tooSoon': 'Es ist zu früh, um noch einmal hinzusehen.',
  'check.look':
    'Platte anheben. Ansehen, mit dem Handrücken fühlen, fragen. Mit der Haut daneben und mit der anderen Seite vergleichen.',
  'check.left.skin': 'Der Strom ist aus. In {time} antworten, sonst endet die Behandlung.',
  'check.left.closing': 'In {time} antworten: vorher beginnt hier niemand wieder.',
  'check.left.what':
    'Der Strom ist aus. In {time} sagen; es zählt in jedem Fall, dass etwas nicht stimmt.',
  'check.left.warm': 'In {time} antworten, sonst geht der Strom aus.',
  'check.skin.light': 'Helle Haut',
  'check.skin.dark': 'Braune und schwarze Haut',
  'check.skin.any': 'Jede Haut',
  'check.fine.cold.light': 'In Ordnung: kühl, rosa oder blassrosa.',
  'check.fine.cold.dark': 'In Ordnung: kühl, vielleicht etwas grau oder dunkler.',
  'check.fine.hot.light': 'In Ordnung: warm und rosa.',
  'check.fine.hot.dark': 'In Ordnung: warm, vielleicht dunkler.',
  'check.bad.cold.light': 'Nicht in Ordnung: weiß, wachsartig, hart.',
  'check.bad.cold.dark': 'Nicht in Ordnung: grau, aschfahl, wachsartig, hart.',
  'check.bad.hot.light': 'Nicht in Ordnung: ein roter Fleck, der wehtut.',
  'check.bad.hot.dark':
    'Nicht in Ordnung: ein dunklerer, violetter oder glänzender Fleck, der heiß, fest oder schmerzhaft ist.',
  'check.bad.any':
    'Nicht in Ordnung: Blase, Quaddeln, offene Haut, netzartige Zeichnung, Schwellung, Schmerz.',
  'check.sayFine': 'In Ordnung, und die Platte ist zu spüren',
  'check.sayWarm': 'Warm, nicht heiß',
  'check.sayNotSure': 'Nicht sicher: Strom aus, noch einmal ansehen',
  'check.sayNumb': 'Noch nicht zu spüren: warten',
  'check.sayWrong': 'Etwas stimmt nicht',
  'check.what': 'Was stimmt nicht?',
  'later.title': 'Haut 20 min nach der letzten Behandlung ({site})',
  'later.question':
    'Wie ist die Haut jetzt? Bis jemand es sagt, beginnt in dieser Region keine Behandlung.',
  'later.wait': 'Anzusehen in {time}',
  'later.fine': 'In Ordnung, und sie fühlt wie sonst',
  'later.notSure': 'Nicht sicher: später noch einmal ansehen',
  'later.keep': 'Festhalten: eine Fachperson sieht es an',
  'late.title': 'Ist mit der Haut doch etwas nicht in Ordnung?',
  'late.report': 'Melden …',
  'late.bars': 'Es wird unter Ihrem Namen aufgezeichnet, und niemand kann es zurücknehmen.',
  'late.confirm': 'Melden: diese Region sperren',
  'late.barred':
    'Bis das Wort einer Fachperson mit Name und Tag sagt, dass es verheilt ist, beginnt eine Behandlung in dieser Region nur, wenn eine Fachperson es namentlich entscheidet.',
  'finding.blister': 'Blase',
  'finding.brokenSkin': 'Offene Haut',
  'finding.welts': 'Quaddeln',
  'finding.whiteOrGrey': 'Weißer, grauer oder wachsartiger Fleck',
  'finding.darkPatch': 'Dunklerer, violetter oder glänzender Fleck',
  'finding.redPatch': 'Roter Fleck, der wehtut oder größer wird',
  'finding.netMarks': 'Netzartige Zeichnung',
  'finding.swelling': 'Schwellung',
  'finding.pain': 'Schmerz',
  'finding.numbness': 'Länger als 20 Minuten taub',
  'finding.other': 'Etwas anderes',
  'end.settling': 'Strom aus. Platte von der Haut nehmen',
  'end.completed': 'Abgeschlossen',
  'end.undelivered': 'Nicht alles erreicht',
  'end.atSetpoint': 'Auf Solltemperatur',
  'end.given': '{given} von {owed} geschuldeten min',
  'end.missed': 'NICHT ERREICHT',
  'end.ended early': 'Vorzeitig beendet',
  'end.stopped': 'Angehalten',
  'end.faulted': 'Ausgelöst: Strom getrennt',
  'end.declined': 'Nicht behandelt',
  'end.running': 'Läuft',
  'end.not known': 'Ende nicht bekannt',
  'end.rule': 'Regel',
  'end.reading': 'Messwert',
  'end.limit': 'Grenze',
  'end.do': 'Was zu tun ist',
  'end.remove': 'Platte jetzt abnehmen',
  'end.removeText':
    'Der Strom ist aus, die Platte aber noch nicht sicher zu berühren: jetzt {temperature}.',
  'end.safe': 'Die Platte ist sicher zu berühren.',
  'end.lastMinute': 'Die letzten 60 Sekunden',
  'end.coldFinish': 'Kaltes Ende',
  'end.coldFinishYes': 'gegeben',
  'end.coldFinishNo': 'NICHT GEGEBEN',
  'end.coldFinishNone': 'nicht nötig: Es wurde nicht gewärmt',
  'end.coldFinishNow':
    'Die abschließende Kälte fehlt noch. Sie kann bald für sich allein gegeben werden: als nächste Behandlung, mit der Verordnung für die abschließende Kälte, sobald jemand gesagt hat, dass die Haut in Ordnung ist. Wurde ein Teil davon schon gegeben, wird sie vielleicht abgelehnt: Dann gilt die Ruhezeit.',
  'end.duration': 'Dauer',
  'end.acknowledge': 'Gelesen. Zum Anfang',
  'end.reset': 'Ursache behoben: zurücksetzen …',
  'end.resetConfirm': 'Zurücksetzen',
  'end.resetText':
    'Nichts wird fortgesetzt. Die nächste Behandlung beginnt mit einem vollen Selbsttest.',
  'end.readAloud': 'Das vorlesen',
  'end.record': 'Aufzeichnung öffnen',
  'history.title': 'Verlauf',
  'history.empty': 'Noch keine Behandlung aufgezeichnet.',
  'history.when': 'Wann',
  'history.what': 'Verordnung',
  'history.compare': 'Die zwei gewählten vergleichen',
  'history.choose': '{id} zum Vergleichen wählen',
  'history.simulated': 'simuliert',
  'history.bench': 'Prüflauf',
  'history.older': '{count} ältere sind nicht gezeigt.',
  'history.compareHint': 'Wählen Sie zwei, um ihre Kurven übereinanderzulegen.',
  'record.title': 'Aufzeichnung',
  'record.verification': 'Nachweis',
  'record.verdict.intact': 'unversehrt',
  'record.verdict.altered': 'VERÄNDERT',
  'record.verdict.truncated': 'abgeschnitten',
  'record.verdict.unreadable': 'unlesbar',
  'record.verdict.running': 'wird noch geschrieben',
  'record.verify': 'Erneut prüfen',
  'record.exportReport': 'Bericht herunterladen',
  'record.exportCsv': 'CSV ausgeben',
  'record.exportJson': 'JSON ausgeben',
  'record.events': 'Was geschah',
  'record.phases': 'Phasen',
  'record.range': 'Platte, von … bis',
  'compare.title': 'Zwei Behandlungen im Vergleich',
  'compare.text': 'Beide beginnen mit dem ersten Hautkontakt.',
  'device.title': 'Gerät',
  'device.doctor': 'Prüfungen',
  'device.runDoctor': 'Jetzt prüfen',
  'device.check.ok': 'in Ordnung',
  'device.check.warn': 'Warnung',
  'device.check.fail': 'FEHLER',
  'device.board': 'Platine',
  'device.kind': 'Art',
  'device.port': 'Anschluss',
  'device.firmware': 'Firmware',
  'device.number': 'Gerätenummer',
  'device.noMemory': 'keine: dieses Board hat kein Gedächtnis',
  'device.guarded': 'Wächter',
  'device.guardedYes': 'ja: Er trennt den Strom selbst',
  'device.guardedNo': 'NEIN: nie an einem Menschen',
  'device.sensors': 'Fühler jetzt',
  'device.powered': 'Strom',
  'device.poweredYes': 'an',
  'device.poweredNo': 'aus',
  'device.pins': 'Verdrahtung',
  'device.drill': 'Störungsübung',
  'device.drillText':
    'Nur Simulation. Während einer Behandlung tritt eine Störung auf. Bemerken Sie sie und handeln Sie wie mit Patient; die Zeit wird festgehalten.',
  'device.drillSurprise': 'Überrasche mich',
  'device.drillPick': 'Oder eine Störung wählen',
  'device.drillInject': 'Auslösen',
  'device.drillClear': 'Störung entfernen',
  'device.drillRunning': 'Seit {time} ist eine Störung im Gerät. Handeln Sie.',
  'device.drillDone': 'Beantwortet durch {kind} nach {seconds} s: {fault}',
  'device.drillWhen': 'Starten Sie zuerst eine Behandlung am simulierten Gerät.',
  'device.drillOpen': 'noch nicht beantwortet',
  'device.drillRecord': 'Übungsnachweis',
  'device.drillFault': 'Störung',
  'device.drillAnswer': 'Antwort',
  'device.drillBy': 'Person',
  'device.drillNone': 'Noch keine Übung aufgezeichnet.',
  'drill.trip': 'das Gerät (ausgelöst)',
  'drill.stop': 'STOPP',
  'drill.warning': 'eine Warnung',
  'drill.end': 'das Ende der Behandlung',
  'limits.title': 'Geltende Grenzen',
  'limits.builtIn': 'Eingebaute Grenzen des Geräts',
  'limits.fromFile': 'Aus der Datei {file}',
  'limits.what': 'Grenze',
  'limits.clinic': 'Gilt',
  'limits.device': 'Gerät',
  'limits.why': 'Warum, und nach wem',
  'limits.editor': 'Verordnung prüfen',
  'limits.editorText':
    'Hier wird nichts angetrieben oder gespeichert: Der Text wird nur gegen die Grenzen geprüft.',
  'limits.yaml': 'Verordnung (YAML)',
  'limits.line': 'Zeile {line}',
  'limits.problems': '{count} zu berichtigen',
  'limits.template': 'Ausgehen von',
  'signIn.title': 'Anmelden',
  'signIn.name': 'Name',
  'signIn.password': 'Passwort',
  'signIn.button': 'Anmelden',
  'signIn.out': 'Abmelden',
  'signIn.as': 'Angemeldet: {name}, {role}',
  'setup.title': 'Erste Einrichtung',
  'setup.text':
    'Das Terminal, in dem das Programm gestartet wurde, zeigt einen Einrichtungscode. Mit ihm entsteht das erste Konto.',
  'setup.code': 'Einrichtungscode',
  'setup.role': 'Rolle',
  'setup.button': 'Konto anlegen',
  'setup.passwordHint': 'Mindestens 10 Zeichen; am besten ein Satz.',
  'role.viewer': 'Beobachter: sieht zu und darf STOPP drücken',
  'role.operator': 'Bediener: behandelt',
  'role.clinician': 'Kliniker: entscheidet und behandelt',
  'role.engineer': 'Techniker: prüft das Gerät und übt',
  'settings.title': 'Einstellungen dieses Bildschirms',
  'settings.language': 'Sprache',
  'settings.unit': 'Temperaturen in',
  'settings.theme': 'Farben',
  'settings.theme.system': 'wie das System',
  'settings.theme.light': 'hell',
  'settings.theme.dark': 'dunkel',
  'settings.speech': 'Phasen und Hautfragen laut ansagen',
  'settings.bigTargets': 'Große Knöpfe in einer Spalte (Tasten-Abtastung)',
  'settings.account': 'Konto',
  'settings.newAccount': 'Weiteres Konto anlegen',
  'settings.accountMade': 'Angelegt: {name}',
  'settings.version': 'Version {version}',
  'say.phase': '{kind}, {minutes} Minuten',
};

/** What is wrong, and what to do: by the alarm. Numbers are those of the English words; a test holds them together. */
const off = 'Platte von der Haut nehmen.';
const look = 'Platte von der Haut nehmen und die Haut ansehen.';
const service = `${off} Gerät prüfen lassen, bevor es wieder benutzt wird.`;
const unplug = `${off} Netzstecker des Geräts ziehen.`;
const likely = 'Wahrscheinliche Ursachen, in dieser Reihenfolge:';
const common = `${likely} Fühler der falschen Art; Wasser in der Platte oder ihrem Stecker; ein schlechter Stecker, den beide Fühler teilen; eine Masseleitung, die den Strom der Module führt.`;

export const alarms = {
  'stop-pressed': {
    text: 'STOPP wurde gedrückt, oder sein Stecker ist gezogen',
    remedy: 'Vor der nächsten Behandlung den Stoppknopf lösen oder seinen Stecker prüfen.',
  },
  'plate-hot': { text: 'Die Platte ist zu heiß', remedy: look },
  'plate-cold': { text: 'Die Platte ist zu kalt', remedy: look },
  'heatsink-hot': {
    text: 'Der Kühlkörper ist zu heiß',
    remedy: `${off} Lüftungsöffnungen freimachen und prüfen, ob der Lüfter läuft.`,
  },
  'heatsink-mute': {
    text: 'Der Fühler des Kühlkörpers folgt der Arbeit nicht',
    remedy: `${off} ${likely} Der Fühler steckt nicht mehr in seiner Bohrung; ein Raum, der viel kälter geworden ist, etwa durch ein offenes Fenster; Module, die nicht arbeiten.`,
  },
  'sensor-open': {
    text: 'Ein Temperaturfühler oder seine Leitung ist unterbrochen',
    remedy: service,
  },
  'sensor-short': {
    text: 'Ein Temperaturfühler oder seine Leitung hat einen Kurzschluss',
    remedy: service,
  },
  'sensor-stale': {
    text: 'Ein Temperaturfühler meldet sich nicht',
    remedy: `${off} Kabel zwischen Computer und Platine prüfen.`,
  },
  'sensor-jump': {
    text: 'Ein Temperaturwert springt',
    remedy: `${off} ${likely} ein loser Stecker oder Draht dieses Fühlers; Störungen von den Leitungen der Module; der Fühler selbst.`,
  },
  'sensor-noisy': {
    text: 'Ein Temperaturfühler rauscht zu stark',
    remedy: `${off} ${likely} Die Masseleitung der Fühler führt den Strom der Module; Fühlerleitungen liegen neben den Leitungen der Module; ein loser Stecker; das Netzteil.`,
  },
  'sensor-frozen': {
    text: 'Ein Temperaturfühler wiederholt einen einzigen Wert',
    remedy: `${off} ${likely} der Fühlereingang der Platine; der Fühler. Gerät prüfen lassen, bevor es wieder benutzt wird.`,
  },
  'sensors-disagree': {
    text: 'Die Fühler der Platte sind sich nicht einig',
    remedy: `${off} ${likely} Ein Fühler ist aus der Platte gerutscht; ein schlechter Stecker oder Draht; ein verbrauchter Fühler. Gerät prüfen lassen, bevor es wieder benutzt wird.`,
  },
  'witness-disagrees': {
    text: 'Die Fühler der Platte und ihr Kontrollfühler sind sich nicht einig',
    remedy: `${look} ${common}`,
  },
  'witness-hot': { text: 'Die Platte ist nach ihrem Kontrollfühler zu heiß', remedy: look },
  'witness-cold': { text: 'Die Platte ist nach ihrem Kontrollfühler zu kalt', remedy: look },
  'relay-welded': {
    text: 'Das Sicherheitsrelais öffnet nicht',
    remedy: `${service} Netzstecker ziehen: Ein Kontakt des Relais ist verschweißt oder überbrückt, und nur die Brücke hält den Strom noch ab.`,
  },
  'bridge-shorted': {
    text: 'Ein Transistor der Brücke hat einen Kurzschluss',
    remedy: `${service} Ein Transistor der Brücke hat einen Kurzschluss, oder ein Zweig schaltet nicht.`,
  },
  'supply-low': {
    text: 'Eine Versorgungsspannung ist zu niedrig',
    remedy: `${off} Netzteil, Sicherung, Stecker und Relaiskontakt der genannten Schiene prüfen.`,
  },
  'supply-high': {
    text: 'Eine Versorgungsspannung ist zu hoch',
    remedy: `${look} Das Netzteil der genannten Schiene gibt zu viel: nicht wieder benutzen, bevor es gemessen wurde.`,
  },
  'current-undriven': {
    text: 'Die Module werden angetrieben, ohne dass es verlangt ist',
    remedy: `${look} ${likely} eine Brücke, die festhängt; ihre Verdrahtung; vertauschte Drähte des Stromfühlers. Nicht wieder benutzen, bevor das Gerät repariert ist.`,
  },
  'current-reversed': {
    text: 'Die Module werden in die falsche Richtung angetrieben',
    remedy: `${look} ${likely} ein Zweig der Brücke, der nicht schaltet; vertauschte Eingänge der Brücke oder Drähte des Stromfühlers.`,
  },
  'current-missing': {
    text: 'Die Module nehmen zu wenig Strom auf',
    remedy: `${service} Ein Modul, ein Zweig der Brücke, der Temperaturschalter, ein Relais oder eine Leitung der Module ist unterbrochen, oder der Stromfühler zeigt nicht, was fließt.`,
  },
  'fan-stalled': {
    text: 'Der Lüfter steht still',
    remedy: `${off} Lüfter und Lüftungsöffnungen freimachen, und die Leitung seines Drehzahlgebers ansehen.`,
  },
  'too-fast': {
    text: 'Die Platte ändert sich zu schnell',
    remedy: `${look} ${likely} Die Brücke hängt eingeschaltet fest; ein Fühler der Platte ist lose oder springt; eine Masseleitung, die Fühler und Module sich teilen.`,
  },
  'wrong-way': { text: 'Die Platte läuft gegen den Antrieb', remedy: service },
  'no-response': { text: 'Die Platte folgt dem Antrieb nicht', remedy: service },
  'off-course': {
    text: 'Die Platte ist weit von ihrem Sollwert entfernt',
    remedy: `${off} ${likely} ein Raum, der zu warm oder zu kalt ist; verdeckte Lüftungsöffnungen; ein schwaches Modul oder Netzteil; Störungen auf den Fühlerleitungen.`,
  },
  'not-cooling-down': {
    text: 'Der Strom ist aus, und die Platte heizt oder kühlt weiter',
    remedy:
      'Platte von der Haut nehmen und den Netzstecker des Geräts ziehen: Brücke und Relais hängen fest.',
  },
  'guard-tripped': {
    text: 'Die Platine selbst hat den Strom abgeschaltet',
    remedy: `${off} Die Haut ansehen, dann lesen, was die Platine meldet.`,
  },
  'lease-lost': {
    text: 'Die Platine hört den Computer nicht mehr',
    remedy: `${look} Kabel zwischen Computer und Platine prüfen.`,
  },
  'drive-mismatch': {
    text: 'Die Platine tut nicht, was ihr gesagt wird',
    remedy: `${off} Alle anderen Programme schließen, die sie benutzen, und neu beginnen.`,
  },
  dose: { text: 'Die Grenze der Dosis ist erreicht', remedy: look },
  'phase-overrun': { text: 'Eine Phase dauert zu lange', remedy: look },
  'session-overrun': { text: 'Die Behandlung dauert zu lange', remedy: look },
  'loop-late': {
    text: 'Der Computer ist zu langsam für die Regelung',
    remedy: `${off} Der Computer war überlastet: andere Programme schließen.`,
  },
  'link-lost': {
    text: 'Die Verbindung zur Platine ist verloren',
    remedy: `${unplug} Es lässt sich nicht mehr sagen, dass es anhalten soll.`,
  },
  'record-lost': {
    text: 'Das Protokoll lässt sich nicht schreiben',
    remedy: `${off} Platz auf dem Datenträger schaffen oder mit --records einen anderen Ordner nennen.`,
  },
  'not-settling': {
    text: 'Die Platte bleibt bei ausgeschaltetem Strom heiß oder kalt',
    remedy: 'Platte von der Haut lassen und den Netzstecker des Geräts ziehen.',
  },
  'too-many-alarms': {
    text: 'Es gibt mehr Alarme, als sich anzeigen lassen',
    remedy: `${unplug} Es prüfen lassen, bevor es wieder benutzt wird.`,
  },
  'end-not-known': {
    text: 'Wie die letzte Behandlung endete, ist nicht bekannt',
    remedy: `${off} Die Haut ansehen und mit dem Patienten sprechen, dann lesen, was im Protokoll steht.`,
  },
  'heatsink-warm': {
    text: 'Der Kühlkörper wird heiß',
    remedy: 'Lüftungsöffnungen freimachen. Bei 54 °C endet die Behandlung.',
  },
  'sensors-drifting': {
    text: 'Die Fühler der Platte laufen auseinander',
    remedy: 'Vor der nächsten Behandlung die Fühler kalibrieren.',
  },
  'witness-drifting': {
    text: 'Die Fühler der Platte und ihr Kontrollfühler laufen auseinander',
    remedy: `${service} ${common}`,
  },
  'preparing-overdue': {
    text: 'Die Platte wird für den Beginn nicht kalt genug',
    remedy:
      'Platte von der Haut lassen. Ist der Raum zu warm, oder scheint die Sonne auf das Gerät? Sind die Lüftungsöffnungen frei, und dreht sich der Lüfter? Berührt die Platte etwas Warmes? Ruhen lassen, noch einmal versuchen, und Module und Netzteil prüfen lassen, wenn es wieder vorkommt.',
  },
  'self-test': {
    text: 'Der Selbsttest wurde nicht bestanden',
    remedy: 'Platte von der Haut lassen. Gerät prüfen lassen, bevor es benutzt wird.',
  },
  'remove-plate': {
    text: 'Der Strom ist aus, und die Platte lässt sich noch nicht gefahrlos berühren',
    remedy: off,
  },
  'attention-lost': {
    text: 'Eine Hautkontrolle wurde nicht beantwortet',
    remedy: 'Die Haut ansehen und mit dem Patienten sprechen, dann antworten oder anhalten.',
  },
  'skin-reaction': {
    text: 'Mit der Haut ist etwas nicht in Ordnung: Die Behandlung ist zu Ende, der Strom ist aus',
    remedy: `${off} ${plain.reaction.join(' ')}`,
  },
  'pause-expired': {
    text: 'Niemand war da, um fortzufahren: Die Behandlung ist zu Ende, der Strom ist aus',
    remedy: `${off} Die Haut ansehen und mit dem Patienten sprechen.`,
  },
  'plate-near-limit': {
    text: 'Die Platte ist nahe an einer Grenze',
    remedy: 'Den Patienten fragen, wie es sich anfühlt. An der Grenze endet die Behandlung.',
  },
  'dose-near-limit': {
    text: 'Die Dosis ist nahe an ihrer Grenze',
    remedy: 'Die Behandlung vorzeitig beenden, oder die Grenze beendet sie.',
  },
  'heatsink-unjudged': {
    text: 'Der Fühler des Kühlkörpers lässt sich noch nicht beurteilen',
    remedy:
      'Fühlen, ob Luft aus den Lüftungsöffnungen kommt. Das Gerät vor der nächsten Behandlung ruhen lassen.',
  },
  'loop-slow': {
    text: 'Der Computer ist langsam',
    remedy: 'Andere Programme auf diesem Computer schließen.',
  },
  'drive-gate': {
    text: 'Die Antriebsfreigabe hat den Strom zurückgehalten',
    remedy: 'Wenn es immer wieder vorkommt, das Gerät prüfen lassen.',
  },
  'phase-change': {
    text: 'Eine neue Phase beginnt',
    remedy: 'Die Haut ansehen und den Patienten fragen, wie es sich anfühlt.',
  },
} as const satisfies words.AlarmCatalogue;

/** The screening, by the question: yes and no mean what they mean in English. */
export const questions = {
  // What lasts.
  'poor-circulation': {
    question: 'Ist dieser Teil des Körpers schlecht durchblutet?',
    hint: 'Enge oder harte Arterien, Buerger-Krankheit, zu wenig Blut in der Haut.',
    finding: 'die Stelle ist schlecht durchblutet',
  },
  raynaud: {
    question: 'Werden Finger oder Zehen in der Kälte weiß oder blau (Raynaud)?',
    finding: 'Raynaud-Syndrom',
  },
  'cold-oversensitive': {
    question: 'Bekommt die Person von Kälte Quaddeln, Schwellungen oder starke Schmerzen?',
    finding: 'Kälte macht Quaddeln, Schwellungen oder ungewöhnliche Schmerzen',
  },
  'cold-blood-disorder': {
    question: 'Hat die Person eine Blutkrankheit, die durch Kälte ausbricht?',
    hint: 'Kryoglobuline, Kälteagglutinine, dunkler Urin nach Kälte.',
    finding: 'eine Blutkrankheit, die durch Kälte ausbricht',
  },
  'sickle-cell': {
    question: 'Hat die Person die Sichelzellkrankheit?',
    finding: 'Sichelzellkrankheit',
  },
  'cold-worsens-weakness': {
    question: 'Macht Kälte die Krämpfe, die Steifheit oder die Schwäche schlimmer?',
    finding: 'Kälte macht Krämpfe, Steifheit oder Schwäche schlimmer',
  },
  'cold-worsens-much': {
    question: 'Macht Kälte die Krämpfe oder die Schwäche viel schlimmer?',
    finding: 'Kälte macht Krämpfe, Steifheit oder Schwäche viel schlimmer',
  },
  'cold-muscle': {
    question: 'Blockieren die Muskeln in der Kälte (Myotonie, periodische Lähmung)?',
    finding: 'die Muskeln blockieren in der Kälte',
  },
  'cold-injury-before': {
    question: 'Hatte diese Stelle jemals eine Erfrierung?',
    finding: 'eine frühere Kälteverletzung an der Stelle',
  },
  'heat-injury-before': {
    question: 'Hat eine Wärmebehandlung jemals eine Verbrennung oder eine Blase hinterlassen?',
    finding: 'eine frühere Verletzung durch eine Wärmebehandlung',
  },
  'heat-oversensitive': {
    question: 'Tut milde Wärme weh, oder macht sie Ausschlag?',
    finding: 'überempfindlich gegen Wärme',
  },
  'net-marks': {
    question: 'Gibt es dort, wo gewärmt wurde, eine braune oder rote netzartige Zeichnung?',
    finding: 'netzartige Zeichnung durch Wärme',
  },
  'heat-intolerant': {
    question: 'Macht Wärme die Person krank oder schwach?',
    finding: 'Wärme wird schlecht vertragen',
  },
  bleeding: {
    question: 'Blutet die Person zu leicht, oder blutet sie jetzt?',
    finding: 'eine Neigung zu Blutungen, oder eine Blutung jetzt',
  },
  'unsettled-blood-thinner': {
    question: 'Nimmt die Person einen Blutverdünner, dessen Dosis sich noch ändert?',
    finding: 'ein Blutverdünner, dessen Dosis sich noch ändert',
  },
  'stable-blood-thinner': {
    question: 'Nimmt die Person einen Blutverdünner in fester Dosis?',
    finding: 'ein Blutverdünner in fester Dosis',
  },
  clotting: {
    question: 'Hat eine Ärztin oder ein Arzt gesagt, dass das Blut der Person zu leicht gerinnt?',
    finding: 'Blut, das zu leicht gerinnt',
  },
  diabetes: {
    question: 'Hat die Person Diabetes?',
    finding: 'Zuckerkrankheit (Diabetes)',
  },
  'diabetes-nerve-damage': {
    question: 'Hat Diabetes die Nerven geschädigt: taube oder brennende Füße?',
    finding: 'Diabetes mit Nervenschaden',
  },
  'heart-disease': {
    question: 'Hat die Person eine schwere Krankheit des Herzens oder der Blutgefäße?',
    hint: 'Etwa Angina pectoris (Enge in der Brust) oder ein schwaches Herz.',
    finding: 'eine schwere Krankheit von Herz oder Blutgefäßen',
  },
  'high-pressure': {
    question: 'Ist der Blutdruck trotz Tabletten zu hoch?',
    finding: 'Blutdruck, der nicht gut eingestellt ist',
  },
  dysreflexia: {
    question: 'Ist das Rückenmark in Höhe der Brust oder darüber verletzt?',
    finding: 'eine Verletzung des Rückenmarks in Höhe der Brust oder darüber',
  },
  'dysreflexia-attack': {
    question: 'Gab es wegen eines verletzten Rückenmarks jemals pochende Kopfschmerzen?',
    finding: 'Anfälle von autonomer Dysreflexie',
  },
  'motor-neuron-disease': {
    question: 'Hat die Person ALS oder eine ähnliche Nervenkrankheit?',
    finding: 'ALS oder eine andere Krankheit der motorischen Nervenzellen',
  },
  'multiple-sclerosis': {
    question: 'Hat die Person Multiple Sklerose (MS)?',
    finding: 'Multiple Sklerose',
  },
  'dulling-medicine': {
    question: 'Nimmt die Person ein Medikament, das das Gefühl dämpft oder schläfrig macht?',
    hint: 'Etwa ein Opioid, Diazepam, Baclofen, Gabapentin oder Trihexyphenidyl.',
    finding: 'ein Medikament, das Gefühl oder Wachheit dämpft',
  },
  quinine: {
    question: 'Nimmt die Person Chinin?',
    finding: 'Chinin, das die Blutstillung stören kann',
  },
  child: {
    question: 'Ist die Person 12 Jahre alt oder jünger?',
    finding: '12 Jahre alt oder jünger',
  },
  minor: {
    question: 'Ist die Person jünger als 18?',
    finding: 'jünger als 18',
  },
  'aged-75': {
    question: 'Ist die Person 75 oder älter?',
    finding: '75 oder älter',
  },
  frail: {
    question: 'Ist die Person gebrechlich oder sehr dünn?',
    finding: 'gebrechlich oder sehr dünn',
  },
  // The place where the plate is to lie.
  'feeling-tested': {
    question: 'Wurde das Gefühl hier mit zwei Löffeln geprüft?',
    hint: 'Ein Löffel aus kühlem Leitungswasser, einer aus handwarmem Wasser; berühren Sie beide zuerst selbst. Die Person schließt die Augen: Berühren Sie die Stelle sechsmal, kühl und warm gemischt, dann dieselbe Stelle auf der anderen Seite.',
    finding: 'das Gefühl an der Stelle wurde nicht geprüft',
  },
  'numb-site': {
    question:
      'War bei der Prüfung mit den Löffeln auch nur eine Antwort falsch oder weniger klar als auf der anderen Seite?',
    finding: 'das Gefühl an der Stelle ist schwach oder fehlt',
  },
  'healing-nerve': {
    question: 'Heilt hier ein verletzter Nerv?',
    finding: 'ein Nerv, der heilt oder vor Kurzem genäht wurde',
  },
  'cancer-near-site': {
    question: 'Gibt es an dieser Stelle oder in ihrer Nähe aktiven Krebs?',
    finding: 'aktiver Krebs an der Stelle oder in ihrer Nähe',
  },
  radiotherapy: {
    question: 'Bekam diese Stelle in den letzten 6 Monaten eine Strahlentherapie?',
    finding: 'Strahlentherapie an der Stelle vor Kurzem',
  },
  'radiotherapy-skin': {
    question: 'Ist die Haut hier durch eine Strahlentherapie dünn oder verändert?',
    finding: 'Haut, die eine Strahlentherapie verändert hat',
  },
  'thin-skin': {
    question: 'Ist die Haut hier dünn wie Papier?',
    finding: 'dünne Haut',
  },
  'surgery-or-implant': {
    question: 'Liegt unter dieser Stelle Metall, Knochenzement oder ein anderes Implantat?',
    finding: 'ein Implantat an der Stelle',
  },
  'surgery-here': {
    question: 'Wurde hier in den letzten Wochen operiert?',
    finding: 'eine Operation an der Stelle vor Kurzem',
  },
  'implanted-electronics': {
    question: 'Ist nahe dieser Stelle ein Herzschrittmacher oder ein anderes Gerät eingesetzt?',
    finding: 'eingesetzte Elektronik nahe der Stelle',
  },
  pump: {
    question: 'Liegt nahe dieser Stelle eine Medikamentenpumpe unter der Haut?',
    finding: 'eine Medikamentenpumpe unter der Haut nahe der Stelle',
  },
  'forbidden-site': {
    question: 'Ist diese Stelle nahe an Augen, Gesicht, vorderem Hals oder Geschlechtsorganen?',
    finding: 'eine Stelle, an der die Platte nie liegen darf',
  },
  'nerve-or-bone': {
    question: 'Liegt hier Knochen oder ein Nerv direkt unter der Haut, wie außen am Knie?',
    finding: 'ein Nerv oder Knochen dicht unter der Haut der Stelle',
  },
  'growth-plate': {
    question: 'Ist diese Stelle nahe am Ende eines Knochens, der noch wächst?',
    finding: 'eine Wachstumsfuge unter der Stelle',
  },
  'cannot-report': {
    question: 'Wäre es der Person unmöglich, sofort zu sagen oder zu zeigen, dass es wehtut?',
    finding: 'die Person kann nicht sofort melden, wenn etwas unangenehm ist',
  },
  'broken-skin': {
    question: 'Ist die Haut offen, verbrannt oder wund, oder hat sie Ausschlag oder eine Blase?',
    finding: 'die Haut an der Stelle ist nicht heil und gesund',
  },
  'skin-graft': {
    question: 'Ist hier neu verpflanzte Haut?',
    finding: 'vor Kurzem verpflanzte Haut',
  },
  'liniment-or-patch': {
    question: 'Ist hier eine Creme, ein Einreibemittel oder ein Medikamentenpflaster auf der Haut?',
    hint: 'Etwa mit Menthol, Capsaicin oder Fentanyl.',
    finding: 'ein Einreibemittel, eine Creme oder ein Medikamentenpflaster auf der Stelle',
  },
  'other-source': {
    question: 'Wärmt oder kühlt noch etwas anderes diese Stelle?',
    finding: 'etwas anderes wärmt oder kühlt die Stelle',
  },
  'too-soon': {
    question:
      'Hatte dieser Teil des Körpers innerhalb der Ruhezeit von 120 Minuten Wärme oder Kälte?',
    hint: 'Oder innerhalb der längeren Ruhezeit, die die Klinik festgelegt hat. Was eine abschließende Kälte erst zu Ende bringen soll, zählt nicht.',
    finding: 'die Ruhezeit seit der letzten Behandlung an der Stelle ist zu kurz',
  },
  'reaction-last-time': {
    question:
      'Hinterließ die letzte Behandlung einen Fleck, eine Blase, Quaddeln oder Taubheit von mehr als 20 Minuten?',
    finding: 'eine schlechte Reaktion auf die letzte Behandlung',
  },
  'skin-after-cold': {
    question: 'War die Haut nach Kälte jemals grau, weiß oder hart, oder hatte sie eine Blase?',
    finding: 'Haut, die sich von Kälte nicht erholt hat',
  },
  'numb-after-cold': {
    question: 'War die Haut nach Kälte jemals länger als 20 Minuten taub?',
    finding: 'Haut, die nach Kälte taub blieb',
  },
  // What must be so: of these the clear answer is yes.
  'stroke-felt': {
    question: 'Ist ein leichtes Streichen hier so deutlich zu spüren wie auf der anderen Seite?',
    hint: 'Streichen Sie mit einem Finger über beide, eine Seite nach der anderen; die Person schließt die Augen.',
    finding: 'ein leichtes Streichen ist nicht so deutlich zu spüren wie auf der anderen Seite',
  },
  'lie-and-breathe': {
    question: 'Kann die Person die ganze Zeit so liegen und gut atmen?',
    finding: 'die Person kann nicht so lange liegen und leicht atmen',
  },
  'barrier-dry': {
    question: 'Liegt ein trockenes Tuch zwischen Platte und Haut?',
    finding: 'zwischen Platte und Haut liegt kein trockenes Tuch',
  },
  strap: {
    question: 'Passen zwei Finger unter den Gurt?',
    hint: 'Wo kein Gurt ist, ist die Antwort Ja.',
    finding: 'der Gurt ist zu eng',
  },
  'skin-inspected': {
    question: 'Hat gerade jemand die Haut angesehen?',
    finding: 'niemand hat die Haut angesehen',
  },
  awake: {
    question: 'Ist die Person hellwach?',
    finding: 'die Person ist nicht wach',
  },
  'not-alone': {
    question: 'Bleibt jemand bei der Person?',
    finding: 'die Person wäre allein',
  },
  'stop-in-reach': {
    question: 'Kann die Person den STOPP-Knopf oder einen Schalter erreichen?',
    finding: 'die Person kann nichts erreichen, womit sie anhält',
  },
  'stop-tried': {
    question: 'Hat die Person STOPP einmal ausprobiert?',
    finding: 'STOPP wurde nicht ausprobiert',
  },
  // Today.
  'getting-worse': {
    question: 'Sind die Krämpfe schlimmer oder häufiger als letztes Mal?',
    finding: 'die Krämpfe werden schlimmer oder häufiger',
  },
  'rest-pain': {
    question: 'Gibt es nachts oder in Ruhe Schmerzen, die durch nichts besser werden?',
    finding: 'Schmerzen nachts oder in Ruhe, die durch nichts besser werden',
  },
  'muscle-wasting': {
    question: 'Ist ein Muskel kleiner geworden?',
    finding: 'Muskelschwund',
  },
  'severe-spasms': {
    question: 'Sind die Krämpfe stark und zugleich häufig?',
    finding: 'häufige starke Krämpfe',
  },
  'new-weakness': {
    question: 'Ist irgendein Teil des Körpers schwächer als vor einigen Wochen?',
    finding: 'neue Schwäche',
  },
  'new-numbness': {
    question: 'Kribbelt irgendein Teil des Körpers neuerdings, oder ist er neuerdings taub?',
    finding: 'neues Kribbeln oder neue Taubheit',
  },
  trauma: {
    question: 'Begann der Krampf mit einem Sturz, einem Schlag oder einem anderen Unfall?',
    finding: 'der Krampf begann mit einem Unfall',
  },
  'saddle-or-bladder': {
    question: 'Ist es zwischen den Beinen taub?',
    finding: 'Taubheit zwischen den Beinen',
  },
  'bladder-or-bowels': {
    question: 'Ist es seit Kurzem schwer, Urin oder Stuhl zu halten oder abzugeben?',
    finding: 'neue Störungen von Harnblase oder Darm',
  },
  fever: {
    question: 'Hat die Person jetzt Fieber?',
    finding: 'Fieber',
  },
  'chest-or-breath': {
    question: 'Hat die Person Schmerzen in der Brust?',
    finding: 'Schmerzen in der Brust',
  },
  breathless: {
    question: 'Bekommt die Person schwer Luft?',
    finding: 'Atemnot',
  },
  'dark-urine': {
    question: 'Ist der Urin dunkel wie Cola?',
    finding: 'dunkler Urin',
  },
  'vomiting-or-diarrhoea': {
    question: 'Kommen zu den Krämpfen Erbrechen oder Durchfall?',
    finding: 'Erbrechen oder Durchfall zu den Krämpfen',
  },
  'one-calf': {
    question: 'Ist eine Wade geschwollen, warm oder schmerzhaft, und die andere nicht?',
    finding: 'eine Wade ist geschwollen oder warm',
  },
  'cold-pale-limb': {
    question: 'Ist ein Arm oder ein Bein plötzlich kalt, blass oder schmerzhaft?',
    finding: 'ein Arm oder ein Bein, das plötzlich kalt, blass oder schmerzhaft ist',
  },
  'belly-pain': {
    question: 'Gibt es starke Bauchschmerzen, die niemand erklären kann?',
    finding: 'starke Bauchschmerzen ohne bekannte Ursache',
  },
  'fresh-injury': {
    question:
      'Bekam diese Stelle in den letzten 72 Stunden eine Verletzung oder einen blauen Fleck?',
    finding: 'eine Verletzung oder ein blauer Fleck aus den letzten 72 Stunden',
  },
  'blood-pool': {
    question: 'Gibt es unter der Haut eine Beule aus Blut?',
    finding: 'eine Ansammlung von Blut unter der Haut',
  },
  infection: {
    question: 'Ist die Stelle heiß, rot oder dunkler, oder gibt es Eiter?',
    finding: 'eine akute Entzündung oder Infektion an der Stelle',
  },
  swelling: {
    question: 'Ist die Stelle geschwollen?',
    finding: 'eine geschwollene Stelle',
  },
  'limb-thicker': {
    question: 'Ist dieser Arm oder dieses Bein dicker als auf der anderen Seite?',
    finding: 'ein Arm oder ein Bein ist dicker als auf der anderen Seite',
  },
  'vein-clot': {
    question: 'Könnte es ein Blutgerinnsel oder eine schmerzende Vene geben?',
    finding: 'ein Blutgerinnsel oder eine entzündete Vene, bekannt oder vermutet',
  },
  'pregnant-trunk': {
    question: 'Könnte die Person schwanger sein?',
    finding: 'Schwangerschaft, mit einer Stelle an Bauch, Rücken oder Becken',
  },
  'systemic-illness': {
    question: 'Ist der ganze Körper krank, wie bei Grippe oder Tuberkulose?',
    finding: 'eine Krankheit des ganzen Körpers',
  },
  'fever-lately': {
    question: 'Hatte die Person in den letzten Tagen Fieber?',
    finding: 'Fieber in den letzten Tagen',
  },
  botulinum: {
    question: 'Wurde in den letzten Wochen Botox in diese Stelle gespritzt?',
    finding: 'Botulinumtoxin an der Stelle vor Kurzem',
  },
  dehydrated: {
    question: 'Hat die Person zu wenig getrunken oder viel geschwitzt?',
    finding: 'zu wenig Flüssigkeit',
  },
} as const satisfies words.QuestionCatalogue;

/** The sites of the body, and why one is not simply allowed. */
const nearNerve =
  'ein Nerv verläuft nahe der Haut, und 20 min Eis haben solche Nerven gelähmt (Moeller 1997, Collins 1986)';
const shallowNerve =
  'ein Nerv liegt direkt unter der Haut, und Kälte hat ihn gelähmt (Bassett 1992)';
const thinCover = 'wenig Gewebe über Knochen und Nerven';

const sided = sidedIn('links', 'rechts');

export const sites = {
  ...sided('calf', 'Wade', nearNerve),
  ...sided('hamstring', 'Oberschenkel hinten', nearNerve),
  ...sided('thigh', 'Oberschenkel vorn'),
  ...sided('inner-thigh', 'Oberschenkel innen'),
  ...sided('buttock', 'Gesäß'),
  'lower-back': { label: 'Unterer Rücken', why: '' },
  'upper-back': { label: 'Oberer Rücken', why: '' },
  ...sided('neck-shoulder', 'Schulter und Nacken'),
  ...sided('biceps', 'Oberarm vorn'),
  ...sided('triceps', 'Oberarm hinten', nearNerve),
  ...sided('forearm', 'Unterarm', nearNerve),
  abdomen: { label: 'Bauch', why: '' },
  ...sided('ribs', 'Seite der Brust, über den Rippen', thinCover),
  ...sided('shin', 'Schienbein', thinCover),
  ...sided('foot', 'Fuß', thinCover),
  ...sided('hand', 'Hand', thinCover),
  ...sided('outer-knee', 'Außenseite unter dem Knie (Wadenbeinköpfchen)', shallowNerve),
  ...sided('inner-elbow', 'Innenseite des Ellenbogens (Ulnarisrinne)', shallowNerve),
  face: { label: 'Gesicht', why: 'dünne Haut, und die Augen sind nahe' },
  jaw: {
    label: 'Kiefer',
    why: 'wenig Gewebe über dem Nerv des Gesichts; mit einer Kiefersperre muss man zum Arzt',
  },
  eyes: { label: 'Augen', why: 'Wärme und Kälte schaden dem Auge selbst' },
  'front-of-neck': {
    label: 'Hals vorn oder seitlich',
    why: 'eine Stelle der Halsschlagader (Karotissinus) lenkt dort Herz und Blutdruck',
  },
  genitals: {
    label: 'Geschlechtsorgane',
    why: 'dünne, empfindliche Haut, und Wärme schadet den Hoden',
  },
  unspecified: { label: 'Nicht genannt: nur simulierte und emulierte Platinen', why: '' },
} as const satisfies words.SiteCatalogue;

/** The ready-made prescriptions. */
export const presets: words.PresetNames = {
  'seed-spasm': 'Muskelkrampf, Standard',
  'seed-spasm-gentle': 'Muskelkrampf, sanft',
  'seed-spasm-four': 'Muskelkrampf, vier Durchgänge',
  'cold-heavy': 'Überwiegend Kälte',
  'cold-finish': 'Abschließende Kälte',
  'cold-finish-gentle': 'Abschließende Kälte, sanft',
};

/** What rules and board find, why a self-test fails, a treatment ends, or a wish is not done. */
export const facts: words.FactCatalogue = {
  'unit.cold min': 'Kälteminuten',
  'unit.CEM43 min': 'CEM43-Minuten',
  'none.temperature': 'keine Temperatur',
  'none.rate': 'unbekannter Geschwindigkeit',
  'none.voltage': 'keine Spannung',
  'none.time': 'unbekannter Zeit',
  'none.dose': 'eine unbekannte Dosis',
  'none.nothing': 'nichts',
  'none.turns': 'nicht bekannt',
  'channel.plateA': 'Plattenfühler A',
  'channel.plateB': 'Plattenfühler B',
  'channel.heatsink': 'der Kühlkörperfühler',
  'channel.witness': 'der Kontrollfühler der Platte',
  'channel.moduleCurrent': 'der Stromsensor der Module',
  'channel.rails': 'eine Versorgungsschiene',
  'channel.coolRail': 'die Kühlschiene',
  'channel.heatRail': 'die Heizschiene',
  'channel.coolSupply': 'die Kühlversorgung (12 V) hinter dem Relais',
  'channel.heatSupply': 'die Heizversorgung (5 V) hinter dem Relais',
  'channel.knownResistor': 'der Prüfwiderstand',
  'channel.bandGap': 'die eigene Referenz des Chips',
  'channel.ground': 'die eigene Masse des Chips',
  'channel.unknown': 'ein Fühler',
  'moving.bothBeads': 'die Platte',
  'moving.plateA': 'die Platte, allein nach Plattenfühler A,',
  'moving.plateB': 'die Platte, allein nach Plattenfühler B,',
  'boardState.booting': 'beim Starten',
  'boardState.idle': 'in Ruhe',
  'boardState.armed': 'scharf',
  'boardState.tripped': 'abgeschaltet',
  'side.cool': 'Kühlseite',
  'side.heat': 'Heizseite',
  'side.switches': 'Schalter',
  'side.drive': 'Ansteuerung',
  'reads-or-at-once.reading': '{channel} zeigt {value}',
  'reads-or-at-once.limit': '{limit} während {forS}, oder {atOnceC} sofort',
  'reads-for.reading': '{channel} zeigt {value}',
  'reads-for.limit': '{limit:exact} während {forS}',
  'reads.reading': '{channel} zeigt {value}',
  'reads.limit': '{limit}',
  'heatsink-rising.reading':
    'der Kühlkörperfühler zeigt {value} und steigt wie bei stehendem Lüfter',
  'heatsink-rising.limit': '{limit}',
  'sensor-open.reading': '{channel} liefert den Zählwert {value}',
  'sensor-open.limit': 'Zählwert {limit}: Fühler oder Leitung ist unterbrochen',
  'sensor-short.reading': '{channel} liefert den Zählwert {value}',
  'sensor-short.limit': 'Zählwert {limit}: Fühler oder Leitung hat einen Kurzschluss',
  'current-open.reading': '{channel} zeigt {value}',
  'current-open.limit': '{limit:exact} in beide Richtungen: Sensor oder Leitung ist unterbrochen',
  'current-shorted.reading': '{channel} zeigt {value}',
  'current-shorted.limit':
    '{limit:exact} in beide Richtungen: Sensor oder Leitung hat einen Kurzschluss',
  'stale.reading': '{channel} hat seit {value} nichts gemeldet',
  'stale.limit': '{limit}, jede Meldung später als die vorige',
  'never-reported.reading': '{channel} hat noch nie etwas gemeldet',
  'never-reported.limit': '{limit}, jede Meldung später als die vorige',
  'out-of-order.reading': '{channel} hat eine Meldung, die älter ist als die vorige',
  'out-of-order.limit': '{limit}, jede Meldung später als die vorige',
  'from-the-future.reading': '{channel} hat eine Meldung aus der Zukunft',
  'from-the-future.limit': '{limit}, jede Meldung später als die vorige',
  'heat-dose.reading': 'die Wärmedosis beträgt {value}',
  'heat-dose.limit': '{limit:exact}',
  'heat-dose-by-witness.reading':
    'die Wärmedosis beträgt {value}, gezählt nach dem Kontrollfühler, der {beyondK} über den Plattenfühlern liegt',
  'heat-dose-by-witness.limit': '{limit:exact}',
  'cold-dose.reading': '{value} wurden gegeben',
  'cold-dose.limit': '{limit:exact}',
  'cold-dose-by-witness.reading':
    '{value} wurden gegeben, gezählt nach dem Kontrollfühler, der {beyondK} unter den Plattenfühlern liegt',
  'cold-dose-by-witness.limit': '{limit:exact}',
  'phase-long.reading': 'eine Phase hat {value:1} gedauert',
  'phase-long.limit': '{limit:exact}',
  'session-long.reading': 'die Behandlung hat mit Pausen {value:1} gedauert',
  'session-long.limit': '{limit:exact}',
  'loop-late.reading': 'die Regelung lief {value} zu spät',
  'loop-late.limit': '{limit}',
  'stop-open.reading': 'die Stoppschleife ist offen',
  'stop-open.limit': 'geschlossen',
  'flows-heating.reading': '{value} fließen in Heizrichtung durch die Module',
  'flows-heating.limit': '{limit} in dieser Richtung, nach der Ansteuerung',
  'flows-cooling.reading': '{value} fließen in Kühlrichtung durch die Module',
  'flows-cooling.limit': '{limit} in dieser Richtung, nach der Ansteuerung',
  'current-against.reading': '{value} flossen gegen die Ansteuerung durch die Module',
  'current-against.limit': 'mindestens {limit} in ihrer Richtung, höchstens {forS} anders',
  'current-missing.reading': 'die Module nahmen von der Ansteuerung nur {value} auf',
  'current-missing.limit': 'mindestens {limit}, höchstens {forS} weniger',
  'cools-fast.reading': 'die Platte kühlt mit {value} ab',
  'cools-fast.limit': '{limit} über {forS}',
  'warms-fast.reading': '{moving} erwärmt sich mit {value}',
  'warms-fast.limit': '{limit} über {forS}',
  'on-its-way.reading': '{moving} ist auf dem Weg zu {value}',
  'on-its-way.limit': '{limit}, vorausgesehen nach ihrem Anstieg',
  'slow-to-heat.reading': 'die Platte hat sich in {watchedS:0} Heizen um {value} bewegt',
  'slow-to-heat.limit': 'mindestens {limit:exact} in {forS}',
  'slow-to-cool.reading': 'die Platte hat sich in {watchedS:0} Kühlen um {value} bewegt',
  'slow-to-cool.limit': 'mindestens {limit:exact} in {forS}',
  'down-while-heated.reading': 'die Platte fiel beim Heizen um {value}',
  'down-while-heated.limit': '{limit:exact} innerhalb von {forS}',
  'up-while-cooled.reading': 'die Platte stieg beim Kühlen um {value}',
  'up-while-cooled.limit': '{limit:exact} innerhalb von {forS}',
  'up-while-held-back.reading':
    'die Platte stieg um {value}, während die Kühlung zurückgenommen war: der Kühlkörper nimmt bei {heatsinkC} keine Wärme mehr auf, weil der Raum zu warm ist oder die Lüftungsöffnungen verdeckt sind',
  'up-while-held-back.limit': '{limit:exact} innerhalb von {forS}',
  'astray.reading':
    'die Platte ist auf dem Weg zu {targetC} bei {plateC}, {value} neben der Rampe, und kommt nicht näher',
  'astray.limit': '{limit:exact} neben der Rampe, {forS} ohne Fortschritt',
  'astray-held-back.reading':
    'die Platte ist auf dem Weg zu {targetC} bei {plateC}, {value} neben der Rampe, und kommt nicht näher: der Kühlkörper nimmt bei {heatsinkC} keine Wärme mehr auf, weil der Raum zu warm ist oder die Lüftungsöffnungen verdeckt sind',
  'astray-held-back.limit': '{limit:exact} neben der Rampe, {forS} ohne Fortschritt',
  'heatsink-fell.reading':
    'der Kühlkörperfühler fiel von {fromC} auf {toC}, während unverändert gekühlt wurde',
  'heatsink-fell.limit': '{limit:exact}',
  'heatsink-unmoved.reading':
    'der Kühlkörperfühler zeigt nach einer Minute Kühlen {toC}, vorher waren es {fromC}',
  'heatsink-unmoved.limit': 'mindestens {limit:exact} mehr',
  'heatsink-moving.reading':
    'der Kühlkörper war bei {value} noch in Bewegung, als dieses Kühlen begann: ob sein Fühler antwortet, zeigt erst das nächste',
  'heatsink-moving.limit': 'ein Kühlkörper in Ruhe',
  'off-and-up.reading': 'der Strom ist aus, und die Platte steigt weiter, bei {plateC} mit {value}',
  'off-and-up.limit': 'sie muss sich zu Haut und Raum hin bewegen',
  'off-and-down.reading':
    'der Strom ist aus, und die Platte fällt weiter, bei {plateC} mit {value}',
  'off-and-down.limit': 'sie muss sich zu Haut und Raum hin bewegen',
  'rail-live.reading': '{channel} hat {value}, obwohl das Relais öffnen sollte',
  'rail-live.limit': '{limit}',
  'rail-lifted.reading': 'die Heizschiene wird durch die Module auf {value} gehoben',
  'rail-lifted.limit': '{limit}',
  'rail-low.reading': '{channel} hat {value}',
  'rail-low.limit': 'mindestens {limit}',
  'rail-high.reading': '{channel} hat {value}',
  'rail-high.limit': '{limit}',
  'fan-slow.reading': 'Umdrehungen des Lüfters in der Minute: {value}',
  'fan-slow.limit': 'mindestens {limit}, {forS} lang',
  'guard-not-armed.reading': 'die Platine ist mitten in einer Behandlung {boardState}',
  'guard-not-armed.limit': 'scharf',
  'guard-silent.reading': 'der Wächter auf der Platine hat seit {value} nichts gemeldet',
  'guard-silent.limit': '{limit}',
  'guard-never-heard.reading': 'der Wächter auf der Platine hat noch nie etwas gemeldet',
  'guard-never-heard.limit': '{limit}',
  'witness-apart.reading': 'Plattenfühler und Kontrollfühler liegen {value} auseinander',
  'witness-apart.limit': '{limit} während {forS}',
  'came-back.reading': '{channel} war {value} lang weg und kam wieder',
  'came-back.limit': 'eine Leitung ohne Unterbrechung: so etwas macht ein Wackelkontakt',
  'jumped.reading': '{channel} ist um {value} gesprungen',
  'jumped.limit': '{limit:exact} in {forS}: mehr, als Platte oder Kühlkörper können',
  'beads-read.reading': 'die Plattenfühler A und B zeigen {plateAC} und {plateBC}',
  'beads-read.limit': 'ein Unterschied von {limit} während {forS}',
  'noisy.reading': '{channel} hat ein Rauschen von {value} effektiv',
  'noisy.limit': '{limit:exact}',
  'frozen.reading': '{channel} liefert seit {value:1} genau denselben Zählwert',
  'frozen.limit': '{limit}, solange Strom erlaubt ist: ein lebender Fühler rauscht',
  'pin-differs.reading': 'Pin D{pin} hält {value} von 255, geschrieben wurde {wrote}',
  'pin-differs.limit': 'was befohlen wurde',
  'pins-untold.reading':
    'die Platine hat seit {value} nicht gesagt, was an den Pins ihrer Brücke liegt',
  'pins-untold.limit': 'was befohlen wurde',
  'heatsink-warm.reading': 'der Kühlkörper ist bei {value}',
  'heatsink-warm.limit': '{limit:exact}',
  'beads-differ.reading': 'die Plattenfühler unterscheiden sich um {value}',
  'beads-differ.limit': '{limit} während {forS}',
  'board-cut.reading': 'die Platine hat den Strom abgeschaltet ({rule}): {cause}',
  'board-cut.limit': '{cause}',
  'no-renewal.reading': 'vom Computer kam keine Erneuerung',
  'no-renewal.limit': '{limit}',
  'named-otherwise.reading': 'eine Erneuerung nannte {value} ({side}), geschrieben war {wrote}',
  'named-otherwise.limit': 'was geschrieben war',
  'both-sides.reading': 'beide Seiten der Brücke sollten angesteuert werden',
  'both-sides.limit': 'eine Seite',
  'over-cap.reading': 'eine Ansteuerung von {value} von 255 wurde verlangt',
  'over-cap.limit': '{limit} von 255',
  'reversed-soon.reading': 'die Richtung wurde nach {value} bei null umgekehrt',
  'reversed-soon.limit': 'mindestens {limit}',
  'one-way-long.reading': 'eine Richtung wurde {value} lang angesteuert',
  'one-way-long.limit': '{limit}',
  'armed-long.reading': 'die Platine war {value} lang scharf',
  'armed-long.limit': '{limit}',
  'stop-opened.reading': 'die Stoppschleife wurde geöffnet',
  'stop-opened.limit': 'geschlossen',
  'moves.reading': '{channel} ändert sich mit {value:1}',
  'moves.limit': '{limit:1}',
  'witness-gone.reading': 'der Kontrollfühler hat sich um {value} von den Plattenfühlern entfernt',
  'witness-gone.limit': '{limit}',
  'converter.reading': '{channel} liefert den Zählwert {value}: dem Wandler ist nicht zu trauen',
  'converter.limit': 'Zählwert {limit}',
  'ground-moves.reading':
    'der Prüfwiderstand ändert sich mit dem Strom der Module um {value:1} Zählwerte: die Fühler teilen die Masse mit ihm',
  'ground-moves.limit': '{limit:1} Zählwerte',
  'second-relay-closed.reading':
    '{value} fließen durch die Module, obwohl das zweite Relais offen ist: sein Kontakt hat nicht geöffnet',
  'second-relay-closed.limit': 'kein Strom',
  'relay-closed.reading':
    '{channel} hat {value}, obwohl das Relais offen ist: sein Kontakt hat nicht geöffnet',
  'relay-closed.limit': '{limit}',
  'flows-undriven.reading':
    '{value} fließen durch die Module, ohne so angesteuert zu sein: ein Transistor der Brücke hat einen Kurzschluss, oder ein Zweig hängt',
  'flows-undriven.limit': '{limit}',
  'supply-lifted.reading':
    '{channel} wird durch die Module auf {value} gehoben: ein Transistor der Brücke hat einen Kurzschluss, ein Zweig hängt, oder diese Versorgung ist ausgefallen',
  'supply-lifted.limit': '{limit}',
  'modules-open.reading':
    'nur {value} fließen durch die Module: ein Modul, seine Leitung, das zweite Relais oder ein Zweig ist offen, oder der Stromsensor zeigt nichts',
  'modules-open.limit': 'mindestens {limit}',
  'fan-edges.reading': 'Flanken vom Drehzahlgeber des Lüfters in zwei Sekunden: {value}',
  'fan-edges.limit': 'mindestens {limit}',
  'stop-loop-shorted.reading':
    'die Stoppschleife folgte ihrem Prüfpuls nicht: sie hat einen Kurzschluss, und ein Druck auf den Knopf bliebe ohne Wirkung',
  'stop-loop-shorted.limit': 'zwei Pulse',
  'watchdog.reading': 'das Programm der Platine hing und wurde neu gestartet',
  'watchdog.limit': 'nie',
  'nothing.reading': 'nichts',
  'nothing.limit': 'nichts',
  'plate-not-settling.reading': 'die Platte zeigt nach dem Abschalten {coldestC} und {hottestC}',
  'plate-not-settling.limit': '{leastC:bareexact} bis {mostC:exact} nach {forMin}',
  'plate-not-ready.reading': 'die Platte zeigt nach {forMin} Kühlen {coldestC} und {hottestC}',
  'plate-not-ready.limit': '{targetC:exact}, auf {withinK:exact} genau, in {forMin}',
  'causes.powered':
    'Wahrscheinliche Ursachen, in dieser Reihenfolge: die Masseleitung der Fühler führt Strom der Module; Fühlerleitungen liegen neben den Leitungen der Module; ein loser Stecker; das Netzteil.',
  'causes.atRest':
    'Wahrscheinliche Ursachen, in dieser Reihenfolge: ein loser Stecker oder eine lose Leitung; das Netzteil; Fühlerleitungen neben Netz- oder Modulleitungen.',
  'no-valid-reading': '{channel} liefert keinen gültigen Messwert',
  'heatsink-still-warm':
    'der Kühlkörper ist bei {value}; lassen Sie ihn unter {limit:exact} abkühlen',
  'test-stop-open': 'die Stoppschleife ist offen',
  'test-beads-differ':
    'die Plattenfühler unterscheiden sich in Ruhe um {value}; erlaubt sind {limit:exact}',
  'witness-needed':
    'die Platine liest keinen Kontrollfühler in der Platte: verordnen Sie {leastC:bareexact} bis {mostC:exact}, oder nehmen Sie eine Platine, die ihn liest',
  'witness-not-comparable': '{channel} lässt sich nicht mit den Plattenfühlern vergleichen',
  'beads-above-witness':
    'die Plattenfühler zeigen {value} mehr als der Kontrollfühler; erlaubt sind {limit}',
  'beads-below-witness':
    'die Plattenfühler zeigen {value} weniger als der Kontrollfühler; erlaubt sind {limit}',
  'outvoted-above':
    'die Plattenfühler zeigen {value} mehr als der Kontrollfühler, und der Kühlkörperfühler gibt diesem recht',
  'outvoted-below':
    'die Plattenfühler zeigen {value} weniger als der Kontrollfühler, und der Kühlkörperfühler gibt diesem recht',
  'plate-below-cold':
    'die Platte ruht bei {value:0} und ist kälter als die verordnete Kälte von {limit:0}: lassen Sie den Raum wärmer werden, oder verordnen Sie eine kältere Temperatur',
  'room-cold': 'im Raum sind es {value:0}: lassen Sie ihn auf {limit:exact} warm werden',
  'room-warm': 'im Raum sind es {value:0}: lassen Sie ihn auf {limit:exact} abkühlen',
  'plate-still-cold':
    'die Platte ist noch bei {value:0}: lassen Sie sie auf {limit:exact} warm werden',
  'plate-still-moves':
    'die Platte ist bei {plateC} und ändert sich noch mit {value}, wie nach einer Behandlung: lassen Sie sie ruhen',
  'board-found': '{cause}',
  'board-not-arming': 'die Platine schaltet sich nicht scharf',
  'board-guard-lost': 'die Platine hat ihren Wächter verloren',
  'moved-colder-unpowered':
    '{channel} änderte sich um {value}, obwohl das Relais offen war: das Relais ist verschweißt oder überbrückt, oder die Platte lag auf etwas Kaltem',
  'moved-unpowered':
    '{channel} änderte sich um {value}, obwohl das Relais offen war: die Platte wurde berührt oder abgelegt, oder Fühler oder Stecker ist lose',
  'test-noisy':
    '{channel} hat bei Strom ein Rauschen von {value} effektiv, ohne Strom {restLsb:bare1}; erlaubt sind {limit:bareexact}. {causes}',
  'warmer-while-cooled':
    '{channel} wurde beim Kühlen um {value} wärmer: die Module sind verkehrt herum angeschlossen, oder Fühler sind vertauscht',
  'hardly-colder':
    '{channel} wurde in {watchedS:0} Kühlen nur um {value} kälter; erwartet werden mindestens {limit:exact}: ein Modul, die Versorgung oder der Sitz des Fühlers ist fehlerhaft',
  'heatsink-hardly-warmer':
    'der Kühlkörper wurde um {value} wärmer, während die Platte gekühlt wurde; erwartet werden mindestens {limit:exact}: sein Fühler steckt nicht in der Bohrung oder sein Stecker ist lose, die Module arbeiten nicht, oder Fühler sind vertauscht',
  'lease-not-cleared':
    'die Platine ließ ihre Abschaltung nach der Prüfung ihrer Frist nicht zurücksetzen',
  'lease-not-rearmed':
    'die Platine schaltete sich nach der Prüfung ihrer Frist nicht wieder scharf',
  'lease-kept':
    'die Platine behielt ihren Strom {value} lang ohne Erneuerung; erlaubt sind {limit}',
  'lease-late':
    'die Platine schaltete den Strom {value} nach der letzten Erneuerung ab; erlaubt sind {limit}',
  'lease-drives': 'die Platine sagt, dass sie abgeschaltet hat, und ihre Pins treiben noch',
  'by.the stop button': 'Stoppknopf',
  'by.the operator': 'Bedienung',
  'by.the closed terminal': 'geschlossenes Terminal',
  'stopped-by': 'gestoppt durch: {by}',
  'ended-by': 'vorzeitig beendet durch: {by}',
  'ended-for-time':
    'vorzeitig beendet vom Gerät: mehr ließe in der längsten Sitzung keine Zeit für die abschließende Kälte',
  'link-was-lost': 'die Verbindung zur Platine ging verloren: {cause}',
  'self-test-failed': 'der Selbsttest ist fehlgeschlagen: {cause}',
  'not-all-delivered': 'sie lief bis zum Ende, aber nicht jede Phase wurde gegeben',
  'pause-expired': 'die Pause dauerte zu lang',
  'check-expired': 'niemand konnte rechtzeitig sagen, dass die Haut in Ordnung ist',
  'skin-wrong': 'mit der Haut ist etwas nicht in Ordnung',
  'all-delivered': 'die ganze Verordnung wurde gegeben',
  contraindicated: 'die Befragung ergab eine Gegenanzeige',
  'cancelled-by': 'abgebrochen durch: {by}',
  'not-started': 'nicht begonnen: {cause}',
  'nobody-confirmed':
    'niemand bestätigte innerhalb von {forMin}, dass die Platte auf der Haut liegt',
  'cut-off': 'abgeschnitten im Zustand {state}',
  'no-reason': 'es wurde kein Grund genannt',
  told: '{text}',
  'record-lost': '{text}',
  'link-lost': '{text}',
  'the-limit-is': 'Grenze: {text}',
  'cold-finish-missed': 'die abschließende Kälte wurde nicht gegeben',
  'phase-missed':
    'Phase {phase} ({phaseKind}) war {heldMin:1} von den {owedMin:bare1}, die sie schuldet, bei {setpointC:exact}',
  'phase-shorter':
    'Phase {phase} ({phaseKind}) war wegen des Rückwegs nach einer Pause {lessS:0} kürzer',
  'phaseKind.cold': 'Kälte',
  'phaseKind.hot': 'Wärme',
  'gate-refused': 'die Freigabe hielt den Strom zurück: {cause}',
  'gate-not-permitted': 'dieser Zustand erlaubt keinen Strom',
  'gate-no-reading': 'ein Messwert der Platte fehlt, ist veraltet oder unglaubhaft',
  'gate-no-number': 'der Regler verlangte eine Ansteuerung, die keine Zahl ist',
  'gate-interlock': 'eine Verriegelung ist nicht frei',
  'gate-heat-only-hot': 'Wärme ist nur in einer Wärmephase erlaubt',
  'gate-no-setpoint': 'es gibt keinen Sollwert',
  'gate-setpoint-astray': 'der Sollwert hat seinen Weg verlassen',
  'gate-beyond-hot': 'Heizen würde über das Ziel führen',
  'gate-beyond-cold': 'Kühlen würde über das Ziel führen',
  'gate-too-hot': 'die Platte ist bei {limitC:exact} oder darüber',
  'gate-too-cold': 'die Platte ist bei {limitC:exact} oder darunter',
  'gate-reversed-soon': 'die Richtung wurde vor weniger als {forS} gewechselt',
  'gate-no-cap': 'das Gerät hat keine Obergrenze',
  'no-effect': '{wish} hat im Zustand {state} keine Wirkung ({disposition})',
  'found-by-itself': '{wish} stellt das Gerät selbst fest und nimmt es von niemandem an',
  'other-rotations': '{wish} nennt eine andere Zahl von Durchgängen als die geltende Verordnung',
  'skin-said-wrong':
    'mit der Haut ist etwas nicht in Ordnung, wie gesagt wurde: sagen Sie, was, mit dem Befund, oder nichts weiter; wie sie später ist, wird zwanzig Minuten nach dem Ende gefragt',
  'look-again-in': 'sehen Sie die Haut in {leftS} noch einmal an',
  'cause-still-there': 'die Ursache besteht noch: {rule}, {whole}',
  'cause-not-known': 'die Ursache besteht noch und ist nicht bekannt',
  'link-is-lost': 'die Verbindung zur Platine ist verloren: {cause}',
  'plate-not-safe': 'es ist nicht sicher, dass die Platte längere Zeit berührt werden darf',
  'skin-not-said': 'niemand hat gesagt, wie die Haut ist',
  'plate-near-limit': 'die Platte ist zwischen {coldestC:bare1} und {hottestC}',
  'dose-near-limit':
    '{heatCem43:bare2} von {heatCapCem43:exact}, {coldGivenMin:bare1} von {coldCapColdMin:exact}',
  'plate-not-safe-yet':
    'die Platte ist bei {coldestC:bare1} bis {hottestC}; gefahrlos zu berühren ist sie bei {leastC:bareexact} bis {mostC:exact}',
  'plate-not-proven-safe':
    'kein gültiger Messwert belegt, dass die Platte zwischen {leastC:bareexact} und {mostC:exact} ist',
  'stage-rest': 'Fühler stimmen überein, Kühlkörper kühl, Stoppschleife geschlossen',
  'stage-relayAlone': 'Relais allein: beide Versorgungen stimmen, nichts hebt die Heizschiene',
  'stage-relayOpen': 'Relais offen: die Platte antwortet nicht',
  'stage-pulse': 'Kältepuls: beide Plattenfühler fallen, der Kühlkörper steigt',
  'stage-lease': 'Keine Erneuerung: die Platine schaltet den Strom selbst ab',
  'stage-leaseClear': 'Die provozierte Abschaltung lässt sich zurücksetzen',
  'stage-rearm': 'Die Platine schaltet sich wieder scharf',
  'phase-begins': 'Phase {phase} beginnt',
};

/** A treatment in the terminal. */
export const terminal: words.TerminalCatalogue = {
  'state.idle': 'in Ruhe',
  'state.screening': 'Befragung',
  'state.declined': 'abgelehnt: nicht behandeln',
  'state.selfTest': 'Selbsttest',
  'state.preparing': 'Platte kühlt; von der Haut lassen',
  'state.awaitingContact': 'Platte ist kalt: Anlegen ist sicher',
  'state.treating.cold': 'KALT',
  'state.treating.hot': 'WARM',
  'state.paused': 'PAUSE, Strom aus',
  'state.checking': 'HAUT PRÜFEN, Strom aus',
  'state.settling': 'Strom aus; Platte abnehmen',
  'state.ended': 'beendet',
  'state.faulted': 'STÖRUNG, Strom aus; Platte abnehmen',
  'view.inPhase': 'Phase {number} von {total}: {state}',
  'view.left': 'Rest',
  'view.leftWords': '{phase} in dieser Phase, {all} insgesamt',
  'view.plate': 'Platte',
  'view.plateWords': '{plate}   Sollwert {setpoint}   Leistung {drive}',
  'view.dose': 'Dosis',
  'view.doseWords': '{dose} von {cap} CEM43-min, {cold} min Kälte',
  'view.treatment': 'Behandlung',
  'view.safe': 'gefahrlos zu berühren von {min} bis {max} °C',
  'view.onlyStop': '[Strg-C] STOPP',
  'drive.off': 'aus',
  'drive.heat': 'wärmt {percent} %',
  'drive.cool': 'kühlt {percent} %',
  'log.phase': ' Phase {number}/{total}',
  'log.line':
    '{at}{phase} {state}: Platte {plate}, Sollwert {setpoint}, Leistung {drive}, Dosis {dose}{left}',
  'log.left': ', Rest der Phase {phase}, insgesamt {all}',
  'log.times': '{text} (insgesamt {count}-mal)',
  'log.leftOut': '… {count} Zeilen sind hier ausgelassen: Niemand hat sie gelesen',
  'key.stop': 'STOPP',
  'key.resume': 'fortsetzen',
  'key.endEarly': 'vorzeitig beenden (nach Wärme mit abschließender Kälte)',
  'key.cancel': 'abbrechen',
  'key.pause': 'Pause',
  'key.noPerson': 'niemand ist an der Platte',
  'key.onSkin': 'die Platte liegt auf der Haut, über der Schutzlage',
  'key.fine': 'die Haut ist in Ordnung, und die Platte ist zu spüren',
  'key.notSure': 'nicht sicher bei der Haut: Strom aus, noch einmal ansehen',
  'key.notFelt': 'die Platte ist noch nicht zu spüren',
  'key.wrong': 'mit der Haut stimmt etwas nicht: die Behandlung endet',
  'key.seen': 'ich habe die Alarme gesehen (Ton aus)',
  'key.quiet': 'Alarmton für {seconds} s aus',
  'look.how':
    'Platte anheben. Ansehen, mit dem Handrücken fühlen, fragen; mit der Haut daneben und mit der anderen Seite vergleichen.',
  'look.fine':
    'In Ordnung nach Kälte: kühl, rosa oder blassrosa, auf brauner und schwarzer Haut etwas grau oder dunkler. Nach Wärme: warm, rosa oder dunkler.',
  'look.wrong':
    'Nicht in Ordnung: weiß, grau, aschfahl oder wachsartig; dunkler, violett oder glänzend; rot und schmerzhaft; hart, Blase, Quaddeln, Schwellung, Schmerz.',
  'ask.warm':
    'Ist es warm und nicht heiß? In {seconds} s k und Enter drücken, sonst geht der Strom aus.',
  'ask.skin': 'Ist sie in Ordnung? In {seconds} s k und Enter drücken, sonst endet die Behandlung.',
  'ask.what': 'Was stimmt nicht? Die Nummer und Enter drücken, oder w für etwas anderes.',
  'ask.closing': 'Ist sie am Ende in Ordnung? k und Enter drücken.',
  'ask.again': 'Strom aus. Die Haut in {seconds} s noch einmal ansehen.',
  'entry.state': '{at}  {from} → {to}  ({event}; {by})',
  'entry.phase': '{at}  Phase {number}: {kind}, {setpoint} °C für {minutes} min',
  'entry.trip': '{at}  AUSGELÖST {rule}: {message}',
  'entry.warning': '{at}  Warnung: {message}{episode}',
  'entry.refused': '{at}  abgelehnt: {reason}',
  'entry.screening': '{at}  Befragung für {site}: {result}, {verdict}',
  'entry.open': '{count} nicht beantwortet',
  'entry.decidedBy': 'entschieden von {name}: {reason}',
  'entry.noReason': 'kein Grund genannt',
  'entry.limits.standard': 'übliche Grenzen',
  'entry.limits.reduced': 'engere Grenzen',
  'entry.notTreated': 'jetzt nicht zu behandeln',
  'weight.none': '',
  'weight.precaution': 'mit Vorsicht',
  'weight.override': 'Fachperson entscheidet',
  'weight.absolute': 'nie',
  'end.takeOff': 'Platte von der Haut nehmen. Der Strom ist aus; der Lüfter läuft.',
  'end.duration': 'Dauer',
  'end.durationWords': '{clock} (min:s)',
  'end.heatDose': 'Wärmedosis',
  'end.cold': 'Kälte',
  'end.coldFinish': 'letzte Kälte',
  'end.coldFinishNone': 'nicht nötig: es wurde nicht gewärmt',
  'end.coldFinishYes': 'gegeben',
  'end.coldFinishNo': 'NICHT GEGEBEN',
  'end.phase': 'Phase {number}',
  'end.phaseWords': '{kind}, {given} min auf {setpoint} °C von {owed} geschuldeten: {delivered}',
  'end.true': 'wahre Platte',
  'end.trueWords': '{min} °C bei {minAt} … {max} °C bei {maxAt} (simuliert)',
  'end.record': 'Protokoll',
  'end.recordHow':
    '`contrast records show latest` zeigt es, `contrast records verify latest` prüft es',
  'alarm.line': '{mark} {text}{detail} [{state}]',
  'alarm.causeGone': 'Ursache behoben',
  'alarm.seenBy': 'gesehen von {name}',
  'alarm.notSeen': 'NICHT quittiert',
  'alarm.notSeenPaused': 'NICHT quittiert, Ton noch {seconds} s aus',
  'board.simulated': 'simuliert',
  'board.emulated': 'emuliert',
  'board.emulated-standard': 'emuliert, StandardFirmata',
  'board.serial': 'echt',
  'banner.simulation': 'SIMULATION: {kind}, kein echtes Gerät wird angetrieben',
  'banner.unguarded':
    'UNBEWACHTE PLATINE ({firmware}), NUR AM PRÜFPLATZ: Sie treibt weiter an, wenn dieser Computer ausfällt. Kein Mensch an der Platte.',
  'banner.noWitness':
    'KEIN KONTROLLFÜHLER IN DER PLATTE: Wenn beide Fühler der Platte gleich falsch gehen, merkt es niemand; nur {coldest} bis {hottest} °C',
  'banner.supplies':
    'NUR DIESER COMPUTER ÜBERWACHT DIE VERSORGUNG: Die Grenzen der Platine gelten für 12 V zum Kühlen und 5 V zum Wärmen',
  'banner.bench': 'PRÜFLAUF: keine Behandlung',
  'banner.device': 'Gerät Nummer {number}, {count} Behandlungen damit begonnen',
  'banner.deviceLost': 'verloren',
  'banner.otherFolder':
    'Im Lauf des letzten Tages lagen Protokolle dieser Platine in einem anderen Ordner: {folder}',
  'banner.reduced': 'ENGERE GRENZEN: {limits}',
  'banner.stop': 'STOPP von einem anderen Terminal: contrast stop',
  'banner.stopPort':
    'STOPP von einem anderen Terminal: contrast stop, oder POST an 127.0.0.1:{port}',
  'banner.characters':
    'das Terminal zeigt Gradzeichen und Kurven vielleicht nicht: {said}. LANG=C.UTF-8 setzen',
  'banner.noLocale': 'kein Zeichensatz ist genannt',
  'banner.locale': '{name} ist „{value}“',
  'password.of': 'Kennwort von {name}: ',
  'trouble.defect':
    'contrast: Ein interner Fehler hat den Lauf beendet: {message}. Der Strom ist aus. (DEFECT)',
  'trouble.record': 'contrast: Das Protokoll ließ sich nicht abschließen: {message}',
  'trouble.ours': 'contrast: interner Fehler: {message}. Bitte melden, mit --debug. (DEFECT)',
  'trouble.output':
    'contrast: Die Ausgabe lässt sich nicht schreiben ({why}). Was läuft, läuft weiter und wird aufgezeichnet. Platz schaffen oder die Ausgabe anderswohin lenken. (FILE_UNWRITABLE)',
  'stop.said': 'STOPP: {words}',
  'stop.off': 'in {seconds} s angehalten, der Strom ist nachweislich aus',
  'stop.cutThePower':
    'NICHT BESTÄTIGT: Strom trennen. Platte von der Haut nehmen, Stoppknopf drücken, Netzstecker ziehen.',
};

/** The screening in the terminal. The keys are the same in every language. */
export const asking: words.AskingCatalogue = {
  'keys.text': '[Enter] weiter   [Esc] zurück   [Strg-C] STOPP',
  'keys.answer': '[y] ja   [n] nein   [b] zurück   [c] abbrechen   [s] STOPP',
  'keys.confirm': '[y] sie stimmen   [b] zurück   [c] abbrechen   [s] STOPP',
  'answer.yes': 'ja',
  'answer.no': 'nein',
  'ask.title': 'Befragung für: {site}',
  'ask.question': '{title}: Frage {number} von {total}, {layer}',
  'ask.before': '  vorher beantwortet mit: {answer}',
  'layer.lasting': 'Was bleibt',
  'layer.site': 'Die Stelle, an der die Platte liegen soll',
  'layer.today': 'Heute',
  'layer.start': 'Bei diesem Start',
  'ask.confirmer':
    'Wer sagt, dass die jetzigen Antworten stimmen, nennt den eigenen Namen; beide Antworten werden aufgezeichnet. Leer lassen, wenn das niemand sagt.',
  'ask.confirmerName': '? Name der bestätigenden Person: {typed}_',
  'ask.decide':
    'Eine Fachperson kann entscheiden, trotzdem zu behandeln, mit engeren Grenzen. Den Namen leer lassen, wenn das niemand tut.',
  'ask.clinician': '? Name der Fachperson: {typed}_',
  'ask.reason': '? Grund der Fachperson: {typed}_',
  'ask.healed':
    'Hat eine Fachperson die Haut angesehen und aufgeschrieben, dass sie verheilt ist? Den Namen leer lassen, wenn nicht.',
  'ask.known':
    'Ist es lange bekannt, und hat es eine Fachperson gesehen? Den Namen leer lassen, wenn nicht.',
  'ask.seenOn':
    'Der Tag, an dem es gesehen wurde, wie er aufgeschrieben ist. Leer lassen, wenn keiner aufgeschrieben ist.',
  'ask.day': '? Tag, etwa 2026-11-02: {typed}_',
  'ask.notTaken': '  gilt nicht: {why}',
  'ask.newOrWorse': '? Ist es neu oder schlimmer, seit {name} es am {day} gesehen hat?',
  'ask.allRight': '? Stimmen alle Antworten?',
  'found.nothing': 'Nichts Bedenkliches gefunden.',
  'verdict.may': 'Darf behandelt werden. {limits}',
  'verdict.decided': 'Darf behandelt werden, wie {name} entschieden hat: {reason}. {limits}',
  'verdict.not': 'Jetzt nicht zu behandeln.',
  'limits.clinic': 'Es gelten die Grenzen der Klinik.',
  'limits.reduced': 'Engere Grenzen: {limits}.',
  'reduced.words':
    'Wärme höchstens {hot} °C, Kälte mindestens {cold} °C, höchstens {phase} min je Phase und {all} min insgesamt, Dosis höchstens {dose} CEM43-min, höchstens {sessions} Sitzungen am Tag, mit {gap} min Abstand',
  'later.title': 'Die Haut nach der letzten Sitzung: {places}',
  'later.how': '? Ansehen und fühlen. Wie ist sie?',
  'later.fineWaits': '  in Ordnung: Enter drücken',
  'later.keys':
    '[k] und Enter in Ordnung   [u] nicht sicher   [w] etwas stimmt nicht   [c] abbrechen   [s] STOPP',
  'later.what': '? Was stimmt nicht?',
  'later.markKeys': '[Enter] das ist alles   [Strg-C] STOPP',
  'list.title': 'Befragung vor einer Behandlung, Contrast Companion {version}',
  'list.notAdvice':
    'Kein ärztlicher Rat: technische Voreinstellungen, die eine Fachperson prüfen muss.',
  'list.never':
    'nie                  niemand kann anders entscheiden; auch nicht bei einer offenen Frage',
  'list.decides': 'Fachperson entscheidet  mit Name und Grund; engere Grenzen',
  'list.known':
    'bekannt, verheilt    ein Wort mit Datum macht es leichter; „seither neu oder schlimmer“ hebt das Wort auf',
  'list.care': 'mit Vorsicht         engere Grenzen: {limits}',
  'list.sites': 'Wo die Platte liegen darf',
  'list.siteShort': '{rating}, kalte Phasen höchstens {minutes} min: {why}',
  'list.siteWords': '{rating}: {why}',
  'list.boxes': '[ ] ja  [ ] nein     {id}',
  'list.means': '{answer} heißt: im Wechsel {contrast} (Wärme {heat}, Kälte {cold})',
  'list.onlyAt': 'bei {sites}; sonst {rating}',
  'list.shortCold': 'eine kalte Phase höchstens {minutes} min',
  'list.twice': 'Haut doppelt so oft prüfen',
  'list.source': 'Quelle',
  'list.hazard': 'Gefahr',
  'rating.none': 'kein Einwand',
  'rating.precaution': 'mit Vorsicht',
  'rating.override': 'eine Fachperson entscheidet',
  'rating.absolute': 'nie',
  'lowered.healed':
    'mit Vorsicht, wenn eine Fachperson die Haut angesehen und mit Name und Datum aufgeschrieben hat, dass sie verheilt ist',
  'lowered.known':
    'mit Vorsicht, wenn es bekannt ist und eine Fachperson vor höchstens {days} Tagen mit Name und Datum aufgeschrieben hat, dass sie es gesehen hat',
};

/** What a record says where a person reads it. */
export const record: words.RecordCatalogue = {
  notKnown: 'nicht bekannt',
  yes: 'ja',
  'kind.cold': 'kalt',
  'kind.hot': 'warm',
  'outcome.completed': 'ABGESCHLOSSEN',
  'outcome.undelivered': 'NICHT ALLES ERREICHT',
  'outcome.ended early': 'VORZEITIG BEENDET',
  'outcome.stopped': 'ANGEHALTEN',
  'outcome.faulted': 'AUSGELÖST',
  'outcome.declined': 'NICHT BEHANDELT',
  'named.completed': 'abgeschlossen',
  'named.undelivered': 'nicht alles erreicht',
  'named.ended early': 'vorzeitig beendet',
  'named.stopped': 'angehalten',
  'named.faulted': 'ausgelöst',
  'named.declined': 'nicht behandelt',
  'named.not known': 'nicht bekannt',
  'state.idle': 'in Ruhe',
  'state.screening': 'Befragung',
  'state.declined': 'abgelehnt',
  'state.selfTest': 'Selbsttest',
  'state.preparing': 'Platte kühlt',
  'state.awaitingContact': 'wartet auf die Haut',
  'state.treating.cold': 'kalt',
  'state.treating.hot': 'warm',
  'state.paused': 'Pause',
  'state.checking': 'Haut prüfen',
  'state.settling': 'schaltet ab',
  'state.ended': 'beendet',
  'state.faulted': 'Störung',
  'state.start': 'Beginn',
  'event.PRESCRIBE': 'verordnet',
  'event.SCREENED': 'befragt',
  'event.SELF_TEST_PASSED': 'Selbsttest bestanden',
  'event.SELF_TEST_FAILED': 'Selbsttest nicht bestanden',
  'event.PLATE_READY': 'Platte bereit',
  'event.CONTACT_CONFIRMED': 'Platte liegt auf der Haut',
  'event.CANCEL': 'abgebrochen',
  'event.PHASE_ELAPSED': 'Phase vorbei',
  'event.HEAT_GIVEN': 'gewärmt',
  'event.PAUSE': 'Pause',
  'event.RESUME': 'fortgesetzt',
  'event.PAUSE_EXPIRED': 'Pause zu lang',
  'event.CHECK_DUE': 'Hautkontrolle fällig',
  'event.SKIN_ANSWERED': 'zur Haut geantwortet',
  'event.CHECK_EXPIRED': 'Hautkontrolle ohne Antwort',
  'event.END_EARLY': 'vorzeitig beendet',
  'event.SETTLED': 'Platte gefahrlos zu berühren',
  'event.ACKNOWLEDGE': 'zur Kenntnis genommen',
  'event.STOP': 'STOPP',
  'event.TRIP': 'ausgelöst',
  'event.LINK_LOST': 'Verbindung verloren',
  'event.RESET': 'zurückgesetzt',
  'skin.fine': 'in Ordnung',
  'skin.notSure': 'nicht sicher: noch einmal anzusehen',
  'skin.numb': 'die Platte ist noch nicht zu spüren',
  'skin.wrong': 'etwas stimmt nicht',
  'skin.said': '{question}: {answer}',
  'skin.saidWrong': '{question}: {answer} ({found})',
  'skin.nobodySaid': 'niemand hat gesagt, was',
  'finding.blister': 'eine Blase',
  'finding.brokenSkin': 'offene Haut',
  'finding.welts': 'Quaddeln',
  'finding.whiteOrGrey': 'ein weißer, grauer oder wachsartiger Fleck',
  'finding.darkPatch':
    'ein dunklerer, violetter oder glänzender Fleck, der heiß, fest oder schmerzhaft ist',
  'finding.redPatch': 'ein roter Fleck, der wehtut oder größer wird',
  'finding.netMarks': 'netzartige Zeichnung',
  'finding.swelling': 'Schwellung',
  'finding.pain': 'Schmerz',
  'finding.numbness': 'länger als 20 min taub',
  'finding.other': 'etwas anderes',
  'question.skin': 'Hautkontrolle',
  'question.warm': 'warm und nicht heiß',
  'question.closing': 'Haut am Ende',
  'question.what': 'was nicht stimmt',
  'question.later': 'Haut 20 min später',
  'question.unasked': 'Haut, ungefragt',
  'later.line': '{at} UTC  {said}, sagt {name}',
  cold: '{minutes} min',
  coldAndDegrees: '{minutes} min, {degrees}',
  degrees: '{value} °C·min unter 20 °C',
  celsius: '{value} °C',
  noReading: 'kein gültiger Messwert',
  episode: ', {seconds} s lang, von {from} bis {to}',
  'result.clear': 'unbedenklich',
  'result.needsClinician': 'eine Fachperson muss entscheiden',
  'result.contraindicated': 'nicht zu behandeln',
  'result.noPatient': 'niemand an der Platte',
  'result.noObjection': 'kein Einwand in den Antworten',
  'profile.standard': 'übliche',
  'profile.reduced': 'engere',
  'by.added': '; {name}',
  'fact.record': 'Protokoll',
  'fact.proven': '{verdict} ({lines} Zeilen bewiesen)',
  'fact.provenBecause': '{verdict} ({lines} Zeilen bewiesen; {because})',
  'fact.header': 'Kopf',
  'fact.noHeader': 'keiner, der bewiesen und verständlich ist',
  'fact.started': 'Begonnen',
  'fact.board': 'Platine',
  'fact.boardWords': '{port} ({kind}), {guarded}',
  'fact.guarded': 'bewacht',
  'fact.unguarded': 'UNBEWACHT',
  'fact.firmware': 'Firmware der Platine',
  'fact.simulated': 'Simuliert',
  'fact.simulatedYes': 'ja, Startzahl {seed}',
  'fact.noSeed': 'keine',
  'fact.bench': 'Prüflauf',
  'fact.benchYes': 'ja: niemand behandelt',
  'fact.prescription': 'Verordnung',
  'fact.limits': 'Grenzen',
  'fact.software': 'Programm',
  'fact.device': 'Gerät',
  'fact.noNumber': 'eine Platine ohne Gedächtnis hat keine Nummer',
  'fact.number': 'Nummer {number}',
  'fact.numberAndCount': 'Nummer {number}, nach eigener Zählung Behandlung {begun}',
  'fact.length': 'Dauer',
  'fact.heatDose': 'Wärmedosis',
  'fact.cold': 'Kälte',
  'fact.coldFinish': 'Letzte Kälte',
  'fact.truePlate': 'Wahre Platte',
  'fact.trueWords': 'am wärmsten {max} bei {maxAt}, am kältesten {min} bei {minAt} (simuliert)',
  'fact.rule': 'Regel',
  'fact.phases': 'Phasen',
  'coldFinish.none': 'war nicht nötig',
  'coldFinish.noneWhy': 'war nicht nötig: es wurde nicht gewärmt',
  'coldFinish.yes': 'gegeben',
  'coldFinish.no': 'NICHT gegeben',
  'phase.plate': 'Platte {min} … {max} °C',
  'phase.there': ', dort {given} von {owed} min',
  'phase.missed': ', NICHT ERREICHT',
  'event.state': '{from} → {to}  ({event}{by})',
  'event.phase': 'Phase {number}: {kind}, {setpoint}',
  'event.command': '{name}: {what}',
  'event.commandRefused': '{name}: {what}, abgelehnt: {reason}',
  'event.noReason': 'kein Grund aufgezeichnet',
  'event.trip': 'AUSGELÖST {rule}: {message}  (Messwert {reading}, Grenze {limit})',
  'event.noLimit': 'keine',
  'event.warning': 'Warnung: {message}{episode}',
  'event.warningOf': 'Warnung {rule}: {message}{episode}',
  'event.dose': 'Dosis: {dose} CEM43, Kälte {cold}',
  'event.noise':
    'Rauschen bei {during}, unter Strom: Platte A {plateA}, Platte B {plateB}, Kühlkörper {heatsink}; Grenze {limit}',
  'event.clock':
    'die Uhr des Computers sprang um {seconds}: Sie wurde gestellt, oder der Computer schlief',
  'event.note': 'Notiz{by}: {text}',
  'event.screening':
    'Befragung: {result}, {verdict}, Stelle {site}, Antworten von {name}{decided}{found}',
  'event.admitted': 'zugelassen, {profile} Grenzen',
  'event.notAdmitted': 'nicht zugelassen',
  'event.decided': '; {name}: {reason}',
  'event.typed': '{name} (am Terminal eingegeben)',
  'event.noReasonGiven': 'kein Grund genannt',
  'event.open': '{count} nicht beantwortet',
  'event.again': '({count}-mal, zuletzt bei {at})',
  'show.treatment': 'Behandlung {id}',
  'show.phases': 'Die Phasen',
  'show.plate': 'Platte',
  'show.events': 'Ereignisse',
  'show.later': 'Zwanzig Minuten später',
  'show.newer': '{count} Zeilen sind von einer neueren Version, die erste ist {first}',
  'show.warning': 'WARNUNG: {text}',
  'plot.plate': 'Platte',
  'plot.plateA': 'Platte A',
  'plot.plateB': 'Platte B',
  'plot.heatsink': 'Kühlkörper',
  'plot.setpoint': 'Sollwert',
  'plot.cold': 'K',
  'plot.hot': 'W',
  'plot.limit': 'Grenze {limit} °C',
  'plot.drive': 'Leistung, über null wärmen und unter null kühlen',
  'plot.off': 'aus',
  'plot.above': '1 °C darüber',
  'plot.below': '1 °C darunter',
  'list.none': 'In {folder} gibt es keine Protokolle.',
  'list.id': 'Kennung',
  'list.outcome': 'Ausgang',
  'list.length': 'Dauer',
  'list.record': 'Protokoll',
  'list.older': '{count} ältere nicht gezeigt.',
  'list.unreadable': 'nicht lesbar: {problem}',
  'list.simulated': 'simuliert',
  'list.bench': 'Prüflauf',
  'list.renamed': 'umbenannt, war {id}',
  'list.absent': 'WARNUNG: Das Protokoll {id}, genannt in {by}, {absence}.',
  'list.thisFolder': 'diesem Ordner',
  'absence.missing': 'ist nicht mehr da',
  'absence.renamed': 'ist unter anderem Namen da',
  'absence.replaced': 'ist da und nicht mehr, was es war',
  'verify.line': '{id}: {verdict}',
  'export.damaged':
    'WARNUNG: Das Protokoll {id} ist {verdict} ({because}). Nur seine ersten {lines} Zeilen sind bewiesen, und nur sie werden ausgegeben.',
  'export.wrote': 'Geschrieben: {file}',
  'why.do': 'Was zu tun ist: {remedy}',
  'why.lastMinute': 'Die letzte Minute davor, Sekunde für Sekunde',
  'why.events': 'Ereignisse dieser Minute',
  'why.delivered': 'Gegeben',
  'why.reading': 'Messwert',
  'why.limit': 'Grenze',
  'why.lastEntry': 'Letzter Eintrag',
  'why.when': 'Wann',
  'why.by': 'Durch',
  'why.state': 'Zustand',
  'why.before': 'Kurz davor',
  'why.afterwards': 'Danach',
  'why.guards': 'Schützt vor',
  'why.warning': 'WARNUNG',
  'why.simulated': 'simuliert: niemand wurde behandelt',
  'why.notRecorded': 'nicht bekannt: nicht aufgezeichnet',
  'why.unknownRule': 'eine Regel, die diese Version des Programms nicht kennt',
  'why.times': '{text} ({count}-mal)',
  'why.at': '{clock} ({seconds} s), {when}',
  'why.atUnknown': 'Zeit der Behandlung nicht bekannt, {when}',
  'why.noClock': 'Uhrzeit nicht bekannt',
  'why.cutOff': 'nicht bekannt: Das Programm wurde abgebrochen, oder die Behandlung läuft noch',
  'why.damaged': 'nicht bekannt: Nach dem Schaden gilt nichts als bewiesen',
  'why.inPhase': '{state}: Phase {number} von {total}, {kind}{setpoint}{since}',
  'why.atSetpoint': ' auf {value} °C',
  'why.since': ', {clock} nach ihrem Beginn',
  'why.readings':
    'Platte A {plateA}, Platte B {plateB}, Kühlkörper {heatsink}, Sollwert {setpoint}, Leistung {drive}',
  'why.noSetpoint': 'keiner',
  'why.newer': '{count} Zeilen sind von einer neueren Version und bleiben weg',
  'why.atLeast': 'mindestens {value}',
  'why.inFull': '{given} von {planned} geplanten ganz',
  'skin.fact': 'Haut',
  'skin.factWords': 'etwas stimmte nicht: {found}',
  'skin.factLater': 'Haut später',
};

/** What only the report of a treatment says. */
export const report: words.ReportCatalogue = {
  title: 'Behandlung {id}: {outcome}',
  kicker: 'Behandlung mit Wärme und Kälte im Wechsel {id}',
  'mark.simulated': 'SIMULIERT: niemand wurde behandelt',
  'mark.bench': 'PRÜFLAUF: niemand behandelt',
  'short.title': 'Kurz gefasst',
  'short.begun': 'Begonnen',
  'short.length': 'Dauer, alles zusammen',
  'short.where': 'Wo die Platte lag',
  'short.inFull': 'Ganz gegebene Phasen',
  'short.inFullWords': '{given} von {planned}',
  'given.notUsed': 'Die Platte wurde auf der Haut nicht benutzt.',
  'given.times': 'Die Platte war {cold} und {hot}.',
  'given.cold.never': 'nie kalt',
  'given.cold.times': { one: 'einmal kalt', other: '{count}-mal kalt' },
  'given.hot.never': 'nie warm',
  'given.hot.times': { one: 'einmal warm', other: '{count}-mal warm' },
  'given.endedCold': ' Es endete kalt, wie es soll.',
  'given.notEndedCold': ' Es endete nicht kalt, wie es sollte.',
  'given.cutOff': ' Was nach der letzten bewiesenen Zeile des Protokolls kam, ist nicht bekannt.',
  'dose.heat': 'Wärmedosis',
  'dose.cold': 'Kälte',
  'dose.degrees': 'Kälte nach Grad',
  'dose.heatValue': '{value} CEM43-min',
  'dose.coldValue': '{value} min',
  'dose.bounded': '{value}, von höchstens {most}',
  'course.title': 'Der ganze Verlauf',
  'phases.none': 'Keine Phase hat begonnen.',
  'phases.phase': 'Nr.',
  'phases.setpoint': 'Sollwert, °C',
  'phases.from': 'Von',
  'phases.to': 'Bis',
  'phases.plate': 'Platte nach ihren Fühlern, °C',
  'phases.owed': 'Auf dem Sollwert, von der geschuldeten Zeit',
  'phases.row': '{number}. {kind}',
  'phases.given': '{given} von {owed} min',
  'phases.missed': '{given} von {owed} min, NICHT ERREICHT',
  'trouble.title': 'Was sie beendet hat',
  'trouble.guards': 'Die Regel schützt vor',
  'before.title': 'Vorher gefragt',
  'before.screening': 'Befragung',
  'before.result': '{result}, {admitted}',
  'before.admitted': 'zugelassen',
  'before.notAdmitted': 'nicht zugelassen',
  'before.answered': 'Beantwortete Fragen',
  'before.answeredWords': '{given} von {total}, von {name}',
  'before.decidedBy': 'Entschieden von',
  'before.decidedWords': '{name}: {reason}',
  'before.open': '{text} (offen)',
  'during.title': 'Unterwegs',
  'during.times': '{text} ({count}-mal, zuerst bei {at})',
  'during.more': 'Und {count} weitere, im Protokoll.',
  'during.trip': 'AUSGELÖST {rule}: {message}',
  'during.warning': 'Warnung: {message}{episode}',
  'during.skin': '{said}, sagt {name}',
  'event.PAUSE': 'Pause',
  'event.RESUME': 'fortgesetzt',
  'event.END_EARLY': 'vorzeitig beendet',
  'event.STOP': 'STOPP',
  'event.PAUSE_EXPIRED': 'Pause zu lang',
  'event.LINK_LOST': 'Verbindung verloren',
  'event.RESET': 'zurückgesetzt',
  'proof.title': 'Was dahinter steht',
  'proof.deviceNumber': 'Gerätenummer',
  'proof.guard': 'Wächter auf der Platine',
  'proof.guardNo': 'NEIN',
  'proof.truePlate': 'Wahre Platte (simuliert)',
  'proof.renamed': 'umbenannt, war {id}',
  'proof.notCleared':
    'Forschungssoftware für den Prüfplatz, kein zugelassenes Medizinprodukt. Temperaturen sind die der Platte, wie ihre Fühler sie messen; die Haut darunter folgt ihr.',
  'sign.skin': 'Haut nach der Behandlung',
  'sign.seen': 'Angesehen von, Datum',
  'figure.course': 'Platte und Kühlkörper',
  'figure.minutes': 'Minuten',
  'figure.lastMinute': 'Die letzte Minute davor',
  'figure.seconds': 'Sekunden der Behandlung',
  'figure.over': '{y} über {x}: {names}',
  'figure.plateA': 'Plattenfühler A',
  'figure.plateB': 'Plattenfühler B',
};

/** What a rule guards against, by the ids of the hazard log. */
export const hazards = {
  H01: 'ein Fehler der Regelung macht die Platte zu heiß',
  H02: 'ein Transistor der Brücke bleibt eingeschaltet',
  H03: 'der Computer stürzt ab oder stockt, während die Platte angetrieben wird',
  H04: 'das Kabel wird gezogen oder die Platine startet neu, während die Platte angetrieben wird',
  H05: 'mit einem gebrochenen Fühlerdraht scheint eine heiße Platte kalt',
  H06: 'mit einem Kurzschluss am Fühler scheint eine kalte Platte heiß',
  H07: 'ein Fühler hat sich von der Platte gelöst',
  H08: 'ein Fühler misst um einige Grad falsch',
  H09: 'die Temperaturmessung rauscht oder ist zu grob',
  H10: 'ein Messwert wiederholt einen alten Wert',
  H11: 'Wärme und Kälte sind vertauscht angeschlossen',
  H12: 'der Antrieb kehrt bei voller Leistung um',
  H13: 'der Lüfter steht still oder die Lüftungsöffnungen sind verdeckt',
  H14: 'ein heißer Kühlkörper wärmt die Platte nach dem Abschalten',
  H15: 'an kalten Teilen schlägt sich Wasser nieder',
  H16: 'zu viel Kälte',
  H17: 'zu viel Wärme',
  H18: 'eine unsichere Grenze oder eine falsche Einheit wird eingegeben',
  H19: 'eine Einstellungsdatei ist beschädigt oder verändert',
  H20: 'die Person darf so nicht behandelt werden',
  H21: 'die Person schläft, ist allein oder kann sich nicht bemerkbar machen',
  H22: 'die Haut wird nicht angesehen, oder das Tuch fehlt oder ist nass',
  H23: 'der Gurt ist zu eng',
  H24: 'Platten, Fühler oder Kanäle sind verwechselt',
  H25: 'die Uhr springt oder der Computer schläft',
  H26: 'das Programm treibt in einem Zustand an, in dem es das nicht darf',
  H27: 'zwei Programme steuern eine Platine',
  H28: 'eine Störung verfälscht einen Befehl',
  H29: 'das Netzteil ist falsch oder fehlerhaft',
  H30: 'Netzspannung erreicht die Person über den Computer',
  H31: 'Teile überhitzen und fangen Feuer',
  H32: 'das Protokoll hat eine Lücke oder einen Fehler',
  H33: 'niemand bemerkt den Alarm',
  H34: 'eine Infektion geht von einer Person zur anderen',
  H35: 'der Krampf verdeckt eine ernste Krankheit',
  H36: 'beide Fühler der Platte gehen gleich falsch',
  H37: 'auf der Platine läuft eine andere Firmware als die geprüfte',
  H38: 'der Wächter auf der Platine hängt oder versagt',
} as const satisfies words.HazardNames;

/** Sentences that records, reasons and errors carry in English as they were written, each by its English text. */
export const told: words.ToldCatalogue = {
  // Who, how and why.
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
  // Why somebody is not treated, or a command is refused.
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
  // What a rule found, in records of format 1.
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
