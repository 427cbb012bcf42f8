/**
 * Contrast Companion
 * 0.0.0-test
 * DO NOT MODIFY - This file has been generated using oazapfts.
 * See https://www.npmjs.com/package/oazapfts
 */
import * as Oazapfts from "@oazapfts/runtime";
import * as QS from "@oazapfts/runtime/query";
export const defaults: Oazapfts.Defaults<Oazapfts.CustomHeaders> = {
    headers: {},
    baseUrl: "/"
};
const oazapfts = Oazapfts.runtime(defaults);
export const servers = {
    theServerThatSendsThisDocument: "/"
};
export type Stopped = {
    confirmed: boolean;
    /** `stopped in 0.3 s, power verified off`, or what to do. */
    words: string;
    /** From the request to the confirmation, or to giving up. */
    tookMs: number;
    /** State of the session after it; null where nobody knows. */
    session: string | null;
    /** Read back from the board's pins; null where it does not tell. */
    relayOpen: boolean | null;
    bridgeOff: boolean | null;
    /** How many ticks the device needed from hearing it to the proof; null where nobody knows. */
    ticks: number | null;
};
export type Error = {
    /** A stable name for programs; each answer lists those that it may be. */
    code: string;
    /** What happened, one sentence without a final stop. */
    what: string;
    /** A field, a line of a text, a header; null where there is no place to name. */
    where: string | null;
    /** What whoever asked can do about it. */
    fix: string;
};
export type LiveState = {
    /** Counts up with every change; a smaller one means that the server was started anew. */
    revision: number;
    /** Wall clock of the server, UTC, ISO 8601. */
    at: string;
    device: {
        /** `lost`: nothing is known of the plate; a fresh device process starts at rest, and nothing is resumed. */
        link: "starting" | "ready" | "lost";
        /** Why it is lost, or what it waits for; null where all is well. */
        words: string | null;
    };
    /** The port at which the device itself hears STOP, past the server: `POST /stop`; null where it does not. */
    stopPort: number | null;
    /** The record's identifier; null while nothing is recorded. */
    treatmentId: string | null;
    /** Null before the board was opened for the first time. */
    board: {
        kind: "simulated" | "emulated" | "emulated-standard" | "serial";
        port: string;
        firmware: string;
        /** It drops all power by itself when the computer falls silent (laws L5, L10). */
        guarded: boolean;
        /** Its plate has a witness besides the two beads; without it no plate goes beyond 12 and 39 °C. */
        witnessed: boolean;
        /** No person can be on it: show SIMULATION. */
        imaginary: boolean;
        /** What the board remembers without power; null: it has no memory. */
        memory: {
            condition: "blank" | "kept" | "damaged";
            /** Of the device, eight hexadecimal digits; null: it has none. */
            "number": string | null;
            /** Treatments begun on it. */
            begun: number;
            /** Beginning of the hash of the newest line of its newest record; null: it knows of none. */
            lastHash: string | null;
        } | null;
        bench: boolean;
        /** Banners, most important first; empty for a guarded real board. */
        words: string[];
    } | null;
    simulation: {
        /** Simulated seconds per second. */
        speed: number;
        rig: string;
        seed: number;
        /** Ids of the faults that were injected and not cleared. */
        faults: string[];
        /** Contact and skin checks are answered by themselves: at speed nobody could in time. */
        standIn: boolean;
    } | null;
    /** `idle` also where the device is lost: nothing runs. Look at `device.link` first. */
    session: "idle" | "screening" | "declined" | "selfTest" | "preparing" | "awaitingContact" | "treating.cold" | "treating.hot" | "paused" | "checking" | "settling" | "ended" | "faulted";
    /** Every command, with why it is not allowed now. */
    offers: {
        command: "start" | "screen" | "cancel" | "confirmContact" | "answerSkinCheck" | "pause" | "resume" | "endEarly" | "stop" | "acknowledgeAlarms" | "pauseAlarmSound" | "reset" | "acknowledgeEnd" | "setSpeed" | "injectFault" | "clearFault";
        allowed: boolean;
        /** Why not, in words; null where it is allowed. */
        reason: string | null;
    }[];
    prescribed: {
        /** The preset's id, or `yaml` for a text. */
        source: string;
        name: string;
        site: string;
        /** `reduced` where the screening narrowed the limits. */
        profile: "standard" | "reduced";
        /** Without heat or cold in the region afterwards. */
        restMinutes: number;
        phases: {
            /** From 1. */
            "number": number;
            kind: "cold" | "hot";
            setpointC: number;
            /** Counted from the first contact, pauses left out. */
            startS: number;
            lengthS: number;
        }[];
        totalS: number;
    } | null;
    phase: {
        /** From 1. */
        "number": number;
        count: number;
        kind: "cold" | "hot";
        setpointC: number;
        dwellS: number;
        /** Frozen while paused. */
        elapsedS: number;
        leftS: number;
        /** Heat was given, and no cold phase followed it: whoever ends early is given the final cold first (law L2). */
        coldFinishOwed: boolean;
    } | null;
    nextPhase: {
        "number": number;
        kind: "cold" | "hot";
        setpointC: number;
        dwellS: number;
    } | null;
    /** Since the record began: the `t` of its lines. */
    elapsedS: number;
    /** Of the whole treatment, from the plan; null before the first contact and after the end. */
    leftS: number | null;
    /** `elapsedS` of the moment of the first contact; null before. */
    contactAtS: number | null;
    readings: {
        plateAC: number | null;
        plateBC: number | null;
        heatsinkC: number | null;
    };
    /** The ramped setpoint; null while nothing is driven. */
    setpointC: number | null;
    /** Half width of the band around the setpoint in which the plate is on target, °C. */
    toleranceC: number;
    /** −1 full cool … +1 full heat, as applied. */
    drive: number;
    /** Bridge enabled and relay closed. */
    powered: boolean;
    ceilings: {
        plateHotC: number;
        plateColdC: number;
        heatsinkHotC: number;
    };
    dose: {
        cem43Min: number;
        cem43CapMin: number;
        coldMinutes: number;
        coldCapMinutes: number;
    } | null;
    /** The skin is to be looked at. */
    skinCheck: {
        question: "skin" | "warm" | "closing" | "what";
        /** What the skin has had last. */
        after: "cold" | "hot";
        /** 0: now. More: somebody was not sure, and is to look again then. */
        askedInS: number;
        /** How long an answer is waited for. */
        leftS: number;
    } | null;
    pause: {
        leftS: number;
    } | null;
    /** Seconds until the plate stops waiting for the skin; null in other states. */
    contactLeftS: number | null;
    selfTest: {
        /** `rest`, `relayOpen`, `pulse`, `lease`, `leaseClear`, `rearm`. */
        id: string;
        label: string;
        verdict: "waiting" | "running" | "passed" | "failed";
        /** Why it failed, or what it waits for. */
        detail: string | null;
        found?: {
            kind: string;
            [key: string]: any;
        };
    }[];
    alarms: {
        id: string;
        priority: "high" | "medium" | "low";
        /** What is wrong, in a few words. */
        text: string;
        /** The reading against the limit; may be empty. */
        detail: string;
        /** The same as a fact, for words in any language; missing where there are only words. So with the others of this name. */
        found?: {
            kind: string;
            [key: string]: any;
        };
        remedy: string;
        /** The cause is still there. */
        present: boolean;
        /** It stays until it is acknowledged and its cause is gone. */
        latching: boolean;
        acknowledgedBy: string | null;
        sounding: boolean;
    }[];
    /** The latched trip; null where nothing is latched. */
    trip: {
        rule: string;
        reading: string | null;
        limit: string | null;
        found?: {
            kind: string;
            [key: string]: any;
        };
        message: string;
        remedy: string;
    } | null;
    /** The end of this or the last treatment, until somebody acknowledges it. */
    outcome: {
        treatmentId: string | null;
        outcome: "completed" | "undelivered" | "ended early" | "stopped" | "faulted" | "declined" | "not known";
        reason: string;
        why?: {
            kind: string;
            [key: string]: any;
        };
        rule: string | null;
        /** True delivered, false owed and not delivered (law L2), null none was due. */
        coldFinish: boolean | null;
        durationS: number | null;
        cem43Min: number | null;
        coldMinutes: number | null;
        /** °C·min below 20 °C. */
        coldDegreeMinutes: number | null;
        /** Every phase that began: the minutes at its setpoint that it owed, and those that were measured (law L13). */
        phases: {
            phase: number;
            kind: "cold" | "hot";
            setpointC: number;
            owedMin: number;
            inBandMin: number;
            delivered: boolean;
        }[];
        /** What was said of the skin; null where nobody's was under the plate. */
        skin: {
            reacted: boolean;
            /** `unanswered`: nobody said; null: it was cut off before anybody was asked. */
            atEnd: ("fine" | "notSure" | "numb" | "wrong" | "unanswered" | null) | ("fine" | "notSure" | "numb" | "wrong" | "unanswered" | null);
        } | null;
    } | null;
    /** Proven by both sensors, now. */
    safeToTouch: boolean;
    /** Why the plate is still waited for; null outside `settling`. */
    settlingWhy: string | null;
    settlingFound?: {
        kind: string;
        [key: string]: any;
    };
    /** Why the record cannot be kept; null while it is kept. */
    recordLost: string | null;
    drill: {
        fault: string;
        by: string;
        injectedAtS: number;
        /** Null while nothing has answered. */
        response: {
            /** `trip`, `stop`, `warning`, or `end`: the treatment was over first. */
            kind: "trip" | "stop" | "warning" | "end";
            rule: string | null;
            /** Seconds of the treatment from the injection to the answer. */
            afterS: number;
        } | null;
    } | null;
};
export type Done = {
    done: true;
    state: LiveState;
};
export type Screening = {
    parts: {
        layer: "lasting" | "site" | "today" | "start";
        title: string;
        items: {
            id: string;
            row: string;
            question: string;
            /** What to do before it can be answered, or what it means. */
            hint: string | null;
            /** The answer that is a problem. */
            problem: "yes" | "no";
            finding: string;
            heat: "none" | "precaution" | "override" | "absolute";
            cold: "none" | "precaution" | "override" | "absolute";
            contrast: "none" | "precaution" | "override" | "absolute";
            /** Where these ratings hold, and how it weighs at all other sites; null: everywhere. */
            onlyAt: {
                sites: string[];
                elsewhere: "none" | "precaution" | "override" | "absolute";
            } | null;
            /** A clinician's dated word of this kind lowers it to `precaution`; null: nobody's does. */
            loweredBy: {
                kind: "known" | "healed";
                /** Null: of any age. */
                maxAgeDays: number | null;
            } | null;
            advice: string | null;
            sources: string[];
        }[];
    }[];
    sites: {
        id: string;
        label: string;
        rating: "none" | "precaution" | "override" | "absolute";
        why: string;
        /** Only for boards on which no person can be. */
        imaginaryOnly: boolean;
    }[];
    /** What speaks against the clock or the records now: a clinician has to decide, whatever is answered. */
    doubts: {
        text: string;
        advice: string | null;
        /** Null: it concerns every site. */
        site: string | null;
    }[];
    /** Newest first. What is answered otherwise now is to be confirmed (`confirmed` of the screening). */
    declined: {
        /** Where it stands; null: nowhere yet. */
        record: string | null;
        /** UTC, ISO 8601; null where it is not known. */
        at: string | null;
        label: string;
        /** Ids of the sites that its answers about the place concern. */
        sites: string[];
        result: "clear" | "needsClinician" | "contraindicated";
        /** Those that decided it. */
        answers: {
            id: string;
            answer: "yes" | "no";
        }[];
    }[];
};
export type Drills = {
    drills: {
        fault: string;
        by: string;
        injectedAtS: number;
        /** Null while nothing has answered. */
        response: {
            /** `trip`, `stop`, `warning`, or `end`: the treatment was over first. */
            kind: "trip" | "stop" | "warning" | "end";
            rule: string | null;
            /** Seconds of the treatment from the injection to the answer. */
            afterS: number;
        } | null;
        treatmentId: string;
        at: string | null;
        simulation: true;
    }[];
};
export type Session = {
    person: {
        name: string;
        role: "viewer" | "operator" | "clinician" | "engineer";
        mayMakeAccounts: boolean;
    } | null;
    /** No account exists yet: show the set-up page. */
    setupNeeded: boolean;
    version: string;
};
export type Records = {
    records: {
        id: string;
        /** UTC, ISO 8601; null where it is not known. */
        startedAt: string | null;
        name: string | null;
        site: string | null;
        outcome: string;
        reason: string;
        /** How it ended, as facts; missing where the record does not prove it, or has none. */
        ending?: {
            why: {
                kind: string;
                [key: string]: any;
            };
            rule: string | null;
            coldFinish: boolean | null;
            phases: {
                phase: number;
                kind: "cold" | "hot";
                setpointC: number | null;
                owedMin: number | null;
                inBandMin: number | null;
                delivered: boolean;
            }[];
        };
        durationS: number | null;
        simulated: boolean | null;
        bench: boolean | null;
        verdict: "intact" | "altered" | "truncated" | "unreadable" | "running";
    }[];
    older: number;
};
export type Record = {
    row: {
        id: string;
        /** UTC, ISO 8601; null where it is not known. */
        startedAt: string | null;
        name: string | null;
        site: string | null;
        outcome: string;
        reason: string;
        /** How it ended, as facts; missing where the record does not prove it, or has none. */
        ending?: {
            why: {
                kind: string;
                [key: string]: any;
            };
            rule: string | null;
            coldFinish: boolean | null;
            phases: {
                phase: number;
                kind: "cold" | "hot";
                setpointC: number | null;
                owedMin: number | null;
                inBandMin: number | null;
                delivered: boolean;
            }[];
        };
        durationS: number | null;
        simulated: boolean | null;
        bench: boolean | null;
        verdict: "intact" | "altered" | "truncated" | "unreadable" | "running";
    };
    verification: {
        verdict: "intact" | "altered" | "truncated" | "unreadable" | "running";
        text: string;
        because: string;
        provenLines: number;
    };
    /** The first line; null where it is not proven. */
    header: {
        [key: string]: any;
    } | {
        [key: string]: any;
    };
    summary: {
        [key: string]: any;
    } | {
        [key: string]: any;
    };
    phases: {
        phase: number;
        kind: "cold" | "hot";
        setpointC: number | null;
        fromS: number | null;
        toS: number | null;
        plateMinC: number | null;
        plateMaxC: number | null;
        /** Minutes at its setpoint: owed by the plan, and measured; null where the record does not say. */
        owedMin: number | null;
        inBandMin: number | null;
        delivered: boolean | null;
    }[];
    /** Every proven line that is no header, sample or summary; a warning that came again is one, with how often. */
    entries: {
        seq: number;
        t: number | null;
        "type": string;
        times: number;
        [key: string]: any;
    }[];
    drills: {
        fault: string;
        by: string;
        injectedAtS: number;
        /** Null while nothing has answered. */
        response: {
            /** `trip`, `stop`, `warning`, or `end`: the treatment was over first. */
            kind: "trip" | "stop" | "warning" | "end";
            rule: string | null;
            /** Seconds of the treatment from the injection to the answer. */
            afterS: number;
        } | null;
    }[];
};
export type Limits = {
    /** The file they come from; null: built in. */
    file: string | null;
    limits: {
        field: string;
        label: string;
        unit: string;
        /** What the clinic has set; null where it cannot be set. A cap has only `max`, a floor only `min`. */
        clinic: {
            min: number | null;
            max: number | null;
        } | null;
        device: {
            min: number | null;
            max: number | null;
        };
        firmware: {
            min: number | null;
            max: number | null;
        } | null;
        reason: string;
        source: string;
    }[];
};
export type Presets = {
    presets: {
        id: string;
        basis: string;
        yaml: string;
        planned: {
            name: string;
            phases: {
                /** From 1. */
                "number": number;
                kind: "cold" | "hot";
                setpointC: number;
                /** Counted from the first contact, pauses left out. */
                startS: number;
                lengthS: number;
            }[];
            totalS: number;
            coldMinutes: number;
            /** °C·min below 20 °C. */
            coldDegreeMinutes: number;
            cem43Min: number;
            /** The planned plate temperature: a point every so many seconds and at every corner of the course. */
            curve: {
                tS: number[];
                plateC: number[];
            };
            /** What will end or refuse it beyond the session itself: the day, the week, the site, the person. */
            outlook: string[];
            /** What the limits in force say to it; empty: it may be given. */
            blockedBy: {
                field: string;
                limit: string;
                value: number | string;
                bound: number | string;
                unit: string;
                message: string;
            }[];
        };
    }[];
    defaultPreset: string;
    notOffered: {
        id: string;
        name: string;
        why: string[];
    }[];
};
export type Check = {
    ok: boolean;
    problems: {
        line: number | null;
        column: number | null;
        text: string;
    }[];
    code: string | null;
    fix: string | null;
    planned: {
        name: string;
        phases: {
            /** From 1. */
            "number": number;
            kind: "cold" | "hot";
            setpointC: number;
            /** Counted from the first contact, pauses left out. */
            startS: number;
            lengthS: number;
        }[];
        totalS: number;
        coldMinutes: number;
        /** °C·min below 20 °C. */
        coldDegreeMinutes: number;
        cem43Min: number;
        /** The planned plate temperature: a point every so many seconds and at every corner of the course. */
        curve: {
            tS: number[];
            plateC: number[];
        };
        /** What will end or refuse it beyond the session itself: the day, the week, the site, the person. */
        outlook: string[];
        /** What the limits in force say to it; empty: it may be given. */
        blockedBy: {
            field: string;
            limit: string;
            value: number | string;
            bound: number | string;
            unit: string;
            message: string;
        }[];
    } | null;
};
export type SkinLooks = {
    looks: {
        /** The record of the treatment. */
        id: string;
        /** Where the plate lay: the id of a body site. */
        site: string;
        /** Its name in English. */
        label: string;
        /** `what`: something is wrong, and nobody has said what. */
        asks: "how" | "what";
        /** Seconds until it can be told; 0: now. Null: the record does not tell when it ended. */
        dueInS: number | null;
    }[];
    /** The newest treatment of each region: that something is wrong with the skin is taken of it at any time. */
    newest: {
        id: string;
        site: string;
        label: string;
        /** Something was said to be wrong, and no clinician’s word has closed it: it bars the next start there. */
        open: boolean;
    }[];
};
export type Device = {
    /** Faults that a drill can inject; empty on a real board. */
    faults: {
        id: string;
        description: string;
    }[];
    speeds: number[];
    pins: {
        pin: string;
        signal: string;
        wiring: string;
    }[];
    /** Of the device process; null where there is none. */
    processId: number | null;
    recordsFolder: string;
    /** Null while no device process answers. */
    loop: {
        ticks: number;
        medianMs: number;
        p99Ms: number;
        maxMs: number;
    } | null;
};
export type Doctor = {
    checks: {
        name: string;
        verdict: "ok" | "warn" | "fail";
        finding: string;
        fix: string | null;
    }[];
};
export type Health = {
    ok: boolean;
    device: "starting" | "ready" | "lost";
    session: string;
    streams: number;
    version: string;
};
/**
 * STOP: instant, without a session, whatever is sent along
 */
export function stop(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: Stopped;
    } | {
        status: 403;
        data: Error & {
            code: "WRONG_ORIGIN";
        };
    } | {
        status: 500;
        data: Error & {
            code: "DEFECT";
        };
    } | {
        status: 504;
        data: Stopped;
    }>("/api/v1/stop", {
        ...opts,
        method: "POST"
    });
}
/**
 * Keep answers that end in no treatment
 */
export function keepDeclined(body: {
    start?: {
        prescription: {
            /** The `id` of a preset of `GET /api/v1/prescriptions`. */
            preset: string;
        } | {
            /** The text of a prescription file. It starts and ends cold; docs/schema/prescription.schema.json has every field with its bounds. */
            yaml: string;
        };
        /** The `id` of a body site of `GET /api/v1/screening`; `unspecified` is for boards on which no person can be. */
        site?: string;
    };
    screening: {
        /** Answers by question, or `all-clear` on a board on which no person can be. */
        answers: {
            [key: string]: "yes" | "no";
        } | "all-clear";
        /** What clinicians wrote down, by the `id` of a question that has `loweredBy`; older clients send none. */
        words?: {
            [key: string]: {
                /** Letters of one alphabet, digits and a few signs, with one space between words; spaces at the ends are dropped. */
                clinician: string;
                /** The day on which they saw it. */
                seenOn: string;
                /** Asked at this start: is it new or worse since then? */
                newOrWorse: "yes" | "no";
            };
        };
        /** Questions answered otherwise than in a screening of the last day that was declined (`declined` of `GET /api/v1/screening`): whoever sends this confirms, in their name, that what is answered now is right. */
        confirmed?: string[];
    };
}, { idempotencyKey }: {
    idempotencyKey?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: {
            declined: {
                /** Where it stands; null: nowhere yet. */
                record: string | null;
                /** UTC, ISO 8601; null where it is not known. */
                at: string | null;
                label: string;
                /** Ids of the sites that its answers about the place concern. */
                sites: string[];
                result: "clear" | "needsClinician" | "contraindicated";
                /** Those that decided it. */
                answers: {
                    id: string;
                    answer: "yes" | "no";
                }[];
            }[];
        };
    } | {
        status: 400;
        data: Error & {
            code: "BAD_REQUEST";
        };
    } | {
        status: 401;
        data: Error & {
            code: "NOT_SIGNED_IN";
        };
    } | {
        status: 403;
        data: Error & {
            code: "WRONG_ORIGIN" | "ROLE_TOO_LOW" | "NOT_THAT_PERSON";
        };
    } | {
        status: 409;
        data: Error & {
            code: "KEY_REUSED" | "NOT_ALLOWED_NOW" | "BOARD_UNGUARDED" | "GUARD_TRIPPED";
        };
    } | {
        status: 413;
        data: Error & {
            code: "TOO_LARGE";
        };
    } | {
        status: 415;
        data: Error & {
            code: "NOT_JSON";
        };
    } | {
        status: 422;
        data: Error & {
            code: "PRESCRIPTION_UNKNOWN" | "PRESCRIPTION_INVALID" | "YAML_MALFORMED" | "LIMITS_EXCEEDED" | "LIMITS_INVALID" | "SCREENING_DECLINED";
        };
    } | {
        status: 429;
        data: Error & {
            code: "TOO_MANY_REQUESTS" | "TOO_MANY_ATTEMPTS";
        };
    } | {
        status: 500;
        data: Error & {
            code: "DEFECT" | "FILE_UNREADABLE" | "FILE_UNWRITABLE" | "RECORD_UNWRITABLE";
        };
    } | {
        status: 503;
        data: Error & {
            code: "DEVICE_LOST" | "TOO_BUSY";
        };
    } | {
        status: 504;
        data: Error & {
            code: "DEVICE_SILENT";
        };
    }>("/api/v1/screening/declined", oazapfts.json({
        ...opts,
        method: "POST",
        body,
        headers: oazapfts.mergeHeaders(opts?.headers, {
            "idempotency-key": idempotencyKey
        })
    }));
}
/**
 * Prescribe and begin
 */
export function startTreatment(body: {
    prescription: {
        /** The `id` of a preset of `GET /api/v1/prescriptions`. */
        preset: string;
    } | {
        /** The text of a prescription file. It starts and ends cold; docs/schema/prescription.schema.json has every field with its bounds. */
        yaml: string;
    };
    /** The `id` of a body site of `GET /api/v1/screening`; `unspecified` is for boards on which no person can be. */
    site?: string;
    screening?: {
        /** Answers by question, or `all-clear` on a board on which no person can be. */
        answers: {
            [key: string]: "yes" | "no";
        } | "all-clear";
        /** What clinicians wrote down, by the `id` of a question that has `loweredBy`; older clients send none. */
        words?: {
            [key: string]: {
                /** Letters of one alphabet, digits and a few signs, with one space between words; spaces at the ends are dropped. */
                clinician: string;
                /** The day on which they saw it. */
                seenOn: string;
                /** Asked at this start: is it new or worse since then? */
                newOrWorse: "yes" | "no";
            };
        };
        /** A clinician decides otherwise, with a reason: in a session of their own, or with their password in this request. The name of anybody else is refused. */
        "override"?: {
            /** Letters of one alphabet, digits and a few signs, with one space between words; spaces at the ends are dropped. */
            clinician: string;
            /** One line: a reason. */
            reason: string;
            /** Of the clinician, in the session of somebody else. */
            password?: string;
        };
        /** Questions answered otherwise than in a screening of the last day that was declined (`declined` of `GET /api/v1/screening`): whoever sends this confirms, in their name, that what is answered now is right. */
        confirmed?: string[];
    };
}, { idempotencyKey }: {
    idempotencyKey?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: Done;
    } | {
        status: 400;
        data: Error & {
            code: "BAD_REQUEST";
        };
    } | {
        status: 401;
        data: Error & {
            code: "NOT_SIGNED_IN";
        };
    } | {
        status: 403;
        data: Error & {
            code: "WRONG_ORIGIN" | "ROLE_TOO_LOW" | "NOT_THAT_PERSON";
        };
    } | {
        status: 409;
        data: Error & {
            code: "KEY_REUSED" | "NOT_ALLOWED_NOW" | "BOARD_UNGUARDED" | "GUARD_TRIPPED";
        };
    } | {
        status: 413;
        data: Error & {
            code: "TOO_LARGE";
        };
    } | {
        status: 415;
        data: Error & {
            code: "NOT_JSON";
        };
    } | {
        status: 422;
        data: Error & {
            code: "PRESCRIPTION_UNKNOWN" | "PRESCRIPTION_INVALID" | "YAML_MALFORMED" | "LIMITS_EXCEEDED" | "LIMITS_INVALID" | "SCREENING_DECLINED";
        };
    } | {
        status: 429;
        data: Error & {
            code: "TOO_MANY_REQUESTS" | "TOO_MANY_ATTEMPTS";
        };
    } | {
        status: 500;
        data: Error & {
            code: "DEFECT" | "FILE_UNREADABLE" | "FILE_UNWRITABLE" | "RECORD_UNWRITABLE";
        };
    } | {
        status: 503;
        data: Error & {
            code: "DEVICE_LOST" | "TOO_BUSY";
        };
    } | {
        status: 504;
        data: Error & {
            code: "DEVICE_SILENT";
        };
    }>("/api/v1/treatments", oazapfts.json({
        ...opts,
        method: "POST",
        body,
        headers: oazapfts.mergeHeaders(opts?.headers, {
            "idempotency-key": idempotencyKey
        })
    }));
}
/**
 * Answer the screening
 */
export function answerScreening(body: {
    /** Answers by question, or `all-clear` on a board on which no person can be. */
    answers: {
        [key: string]: "yes" | "no";
    } | "all-clear";
    /** What clinicians wrote down, by the `id` of a question that has `loweredBy`; older clients send none. */
    words?: {
        [key: string]: {
            /** Letters of one alphabet, digits and a few signs, with one space between words; spaces at the ends are dropped. */
            clinician: string;
            /** The day on which they saw it. */
            seenOn: string;
            /** Asked at this start: is it new or worse since then? */
            newOrWorse: "yes" | "no";
        };
    };
    /** A clinician decides otherwise, with a reason: in a session of their own, or with their password in this request. The name of anybody else is refused. */
    "override"?: {
        /** Letters of one alphabet, digits and a few signs, with one space between words; spaces at the ends are dropped. */
        clinician: string;
        /** One line: a reason. */
        reason: string;
        /** Of the clinician, in the session of somebody else. */
        password?: string;
    };
    /** Questions answered otherwise than in a screening of the last day that was declined (`declined` of `GET /api/v1/screening`): whoever sends this confirms, in their name, that what is answered now is right. */
    confirmed?: string[];
}, { idempotencyKey }: {
    idempotencyKey?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: Done;
    } | {
        status: 400;
        data: Error & {
            code: "BAD_REQUEST";
        };
    } | {
        status: 401;
        data: Error & {
            code: "NOT_SIGNED_IN";
        };
    } | {
        status: 403;
        data: Error & {
            code: "WRONG_ORIGIN" | "ROLE_TOO_LOW" | "NOT_THAT_PERSON";
        };
    } | {
        status: 409;
        data: Error & {
            code: "KEY_REUSED" | "NOT_ALLOWED_NOW" | "BOARD_UNGUARDED" | "GUARD_TRIPPED";
        };
    } | {
        status: 413;
        data: Error & {
            code: "TOO_LARGE";
        };
    } | {
        status: 415;
        data: Error & {
            code: "NOT_JSON";
        };
    } | {
        status: 422;
        data: Error & {
            code: "PRESCRIPTION_UNKNOWN" | "PRESCRIPTION_INVALID" | "YAML_MALFORMED" | "LIMITS_EXCEEDED" | "LIMITS_INVALID" | "SCREENING_DECLINED";
        };
    } | {
        status: 429;
        data: Error & {
            code: "TOO_MANY_REQUESTS" | "TOO_MANY_ATTEMPTS";
        };
    } | {
        status: 500;
        data: Error & {
            code: "DEFECT" | "FILE_UNREADABLE" | "FILE_UNWRITABLE" | "RECORD_UNWRITABLE";
        };
    } | {
        status: 503;
        data: Error & {
            code: "DEVICE_LOST" | "TOO_BUSY";
        };
    } | {
        status: 504;
        data: Error & {
            code: "DEVICE_SILENT";
        };
    }>("/api/v1/screening", oazapfts.json({
        ...opts,
        method: "POST",
        body,
        headers: oazapfts.mergeHeaders(opts?.headers, {
            "idempotency-key": idempotencyKey
        })
    }));
}
/**
 * The questions
 */
export function getScreening(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: Screening;
    } | {
        status: 400;
        data: Error & {
            code: "BAD_REQUEST";
        };
    } | {
        status: 401;
        data: Error & {
            code: "NOT_SIGNED_IN";
        };
    } | {
        status: 403;
        data: Error & {
            code: "WRONG_ORIGIN";
        };
    } | {
        status: 413;
        data: Error & {
            code: "TOO_LARGE";
        };
    } | {
        status: 429;
        data: Error & {
            code: "TOO_MANY_REQUESTS";
        };
    } | {
        status: 500;
        data: Error & {
            code: "DEFECT" | "FILE_UNREADABLE";
        };
    } | {
        status: 503;
        data: Error & {
            code: "TOO_BUSY";
        };
    }>("/api/v1/screening", {
        ...opts
    });
}
/**
 * A command without anything to say
 */
export function sendCommand(command: "cancel" | "confirmContact" | "pause" | "resume" | "endEarly" | "acknowledgeAlarms" | "pauseAlarmSound" | "reset" | "acknowledgeEnd", body: {}, { idempotencyKey }: {
    idempotencyKey?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: Done;
    } | {
        status: 400;
        data: Error & {
            code: "BAD_REQUEST";
        };
    } | {
        status: 401;
        data: Error & {
            code: "NOT_SIGNED_IN";
        };
    } | {
        status: 403;
        data: Error & {
            code: "WRONG_ORIGIN" | "ROLE_TOO_LOW";
        };
    } | {
        status: 409;
        data: Error & {
            code: "KEY_REUSED" | "NOT_ALLOWED_NOW" | "GUARD_TRIPPED";
        };
    } | {
        status: 413;
        data: Error & {
            code: "TOO_LARGE";
        };
    } | {
        status: 415;
        data: Error & {
            code: "NOT_JSON";
        };
    } | {
        status: 429;
        data: Error & {
            code: "TOO_MANY_REQUESTS";
        };
    } | {
        status: 500;
        data: Error & {
            code: "DEFECT";
        };
    } | {
        status: 503;
        data: Error & {
            code: "DEVICE_LOST" | "TOO_BUSY";
        };
    } | {
        status: 504;
        data: Error & {
            code: "DEVICE_SILENT";
        };
    }>(`/api/v1/commands/${encodeURIComponent(command)}`, oazapfts.json({
        ...opts,
        method: "POST",
        body,
        headers: oazapfts.mergeHeaders(opts?.headers, {
            "idempotency-key": idempotencyKey
        })
    }));
}
/**
 * Say how the skin is
 */
export function answerSkinCheck(body: {
    /** `fine`; `notSure`: ask again; `numb`: not felt yet; `wrong`: something is, and it ends the treatment. */
    answer: "fine" | "notSure" | "numb" | "wrong";
    /** What is wrong; only with the answer `wrong`. */
    findings?: ("blister" | "brokenSkin" | "welts" | "whiteOrGrey" | "darkPatch" | "redPatch" | "netMarks" | "swelling" | "pain" | "numbness" | "other")[];
}, { idempotencyKey }: {
    idempotencyKey?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: Done;
    } | {
        status: 400;
        data: Error & {
            code: "BAD_REQUEST";
        };
    } | {
        status: 401;
        data: Error & {
            code: "NOT_SIGNED_IN";
        };
    } | {
        status: 403;
        data: Error & {
            code: "WRONG_ORIGIN" | "ROLE_TOO_LOW";
        };
    } | {
        status: 409;
        data: Error & {
            code: "KEY_REUSED" | "NOT_ALLOWED_NOW";
        };
    } | {
        status: 413;
        data: Error & {
            code: "TOO_LARGE";
        };
    } | {
        status: 415;
        data: Error & {
            code: "NOT_JSON";
        };
    } | {
        status: 429;
        data: Error & {
            code: "TOO_MANY_REQUESTS";
        };
    } | {
        status: 500;
        data: Error & {
            code: "DEFECT";
        };
    } | {
        status: 503;
        data: Error & {
            code: "DEVICE_LOST" | "TOO_BUSY";
        };
    } | {
        status: 504;
        data: Error & {
            code: "DEVICE_SILENT";
        };
    }>("/api/v1/skin-check", oazapfts.json({
        ...opts,
        method: "POST",
        body,
        headers: oazapfts.mergeHeaders(opts?.headers, {
            "idempotency-key": idempotencyKey
        })
    }));
}
/**
 * Speed and stand-in
 */
export function changeSimulation(body: {
    /** Simulated seconds per second. */
    speed?: 1 | 10 | 60;
    /** Contact and skin checks are answered by themselves: at speed nobody could in time. */
    standIn?: boolean;
}, { idempotencyKey }: {
    idempotencyKey?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: Done;
    } | {
        status: 400;
        data: Error & {
            code: "BAD_REQUEST";
        };
    } | {
        status: 401;
        data: Error & {
            code: "NOT_SIGNED_IN";
        };
    } | {
        status: 403;
        data: Error & {
            code: "WRONG_ORIGIN" | "ROLE_TOO_LOW";
        };
    } | {
        status: 409;
        data: Error & {
            code: "KEY_REUSED" | "NOT_ALLOWED_NOW";
        };
    } | {
        status: 413;
        data: Error & {
            code: "TOO_LARGE";
        };
    } | {
        status: 415;
        data: Error & {
            code: "NOT_JSON";
        };
    } | {
        status: 429;
        data: Error & {
            code: "TOO_MANY_REQUESTS";
        };
    } | {
        status: 500;
        data: Error & {
            code: "DEFECT";
        };
    } | {
        status: 503;
        data: Error & {
            code: "DEVICE_LOST" | "TOO_BUSY";
        };
    } | {
        status: 504;
        data: Error & {
            code: "DEVICE_SILENT";
        };
    }>("/api/v1/simulation", oazapfts.json({
        ...opts,
        method: "POST",
        body,
        headers: oazapfts.mergeHeaders(opts?.headers, {
            "idempotency-key": idempotencyKey
        })
    }));
}
/**
 * Inject a fault on purpose
 */
export function injectFault(body: {
    /** The `id` of a fault of `GET /api/v1/device`. */
    fault: string;
}, { idempotencyKey }: {
    idempotencyKey?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: Done;
    } | {
        status: 400;
        data: Error & {
            code: "BAD_REQUEST";
        };
    } | {
        status: 401;
        data: Error & {
            code: "NOT_SIGNED_IN";
        };
    } | {
        status: 403;
        data: Error & {
            code: "WRONG_ORIGIN" | "ROLE_TOO_LOW";
        };
    } | {
        status: 409;
        data: Error & {
            code: "KEY_REUSED" | "NOT_ALLOWED_NOW";
        };
    } | {
        status: 413;
        data: Error & {
            code: "TOO_LARGE";
        };
    } | {
        status: 415;
        data: Error & {
            code: "NOT_JSON";
        };
    } | {
        status: 429;
        data: Error & {
            code: "TOO_MANY_REQUESTS";
        };
    } | {
        status: 500;
        data: Error & {
            code: "DEFECT";
        };
    } | {
        status: 503;
        data: Error & {
            code: "DEVICE_LOST" | "TOO_BUSY";
        };
    } | {
        status: 504;
        data: Error & {
            code: "DEVICE_SILENT";
        };
    }>("/api/v1/drills", oazapfts.json({
        ...opts,
        method: "POST",
        body,
        headers: oazapfts.mergeHeaders(opts?.headers, {
            "idempotency-key": idempotencyKey
        })
    }));
}
/**
 * Drills, newest first
 */
export function getDrills(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: Drills;
    } | {
        status: 400;
        data: Error & {
            code: "BAD_REQUEST";
        };
    } | {
        status: 401;
        data: Error & {
            code: "NOT_SIGNED_IN";
        };
    } | {
        status: 403;
        data: Error & {
            code: "WRONG_ORIGIN";
        };
    } | {
        status: 413;
        data: Error & {
            code: "TOO_LARGE";
        };
    } | {
        status: 429;
        data: Error & {
            code: "TOO_MANY_REQUESTS";
        };
    } | {
        status: 500;
        data: Error & {
            code: "DEFECT" | "FILE_UNREADABLE";
        };
    } | {
        status: 503;
        data: Error & {
            code: "TOO_BUSY";
        };
    }>("/api/v1/drills", {
        ...opts
    });
}
/**
 * Put a fault right
 */
export function clearFault(body: {
    /** The `id` of a fault of `GET /api/v1/device`. */
    fault: string;
}, { idempotencyKey }: {
    idempotencyKey?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: Done;
    } | {
        status: 400;
        data: Error & {
            code: "BAD_REQUEST";
        };
    } | {
        status: 401;
        data: Error & {
            code: "NOT_SIGNED_IN";
        };
    } | {
        status: 403;
        data: Error & {
            code: "WRONG_ORIGIN" | "ROLE_TOO_LOW";
        };
    } | {
        status: 409;
        data: Error & {
            code: "KEY_REUSED" | "NOT_ALLOWED_NOW";
        };
    } | {
        status: 413;
        data: Error & {
            code: "TOO_LARGE";
        };
    } | {
        status: 415;
        data: Error & {
            code: "NOT_JSON";
        };
    } | {
        status: 429;
        data: Error & {
            code: "TOO_MANY_REQUESTS";
        };
    } | {
        status: 500;
        data: Error & {
            code: "DEFECT";
        };
    } | {
        status: 503;
        data: Error & {
            code: "DEVICE_LOST" | "TOO_BUSY";
        };
    } | {
        status: 504;
        data: Error & {
            code: "DEVICE_SILENT";
        };
    }>("/api/v1/drills/clear", oazapfts.json({
        ...opts,
        method: "POST",
        body,
        headers: oazapfts.mergeHeaders(opts?.headers, {
            "idempotency-key": idempotencyKey
        })
    }));
}
/**
 * Who is signed in here
 */
export function getSession(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: Session;
    } | {
        status: 400;
        data: Error & {
            code: "BAD_REQUEST";
        };
    } | {
        status: 403;
        data: Error & {
            code: "WRONG_ORIGIN";
        };
    } | {
        status: 429;
        data: Error & {
            code: "TOO_MANY_REQUESTS";
        };
    } | {
        status: 500;
        data: Error & {
            code: "DEFECT";
        };
    }>("/api/v1/session", {
        ...opts
    });
}
/**
 * Sign in
 */
export function signIn(body: {
    name: string;
    password: string;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: Session;
    } | {
        status: 400;
        data: Error & {
            code: "BAD_REQUEST";
        };
    } | {
        status: 401;
        data: Error & {
            code: "SIGN_IN_REFUSED";
        };
    } | {
        status: 403;
        data: Error & {
            code: "WRONG_ORIGIN";
        };
    } | {
        status: 413;
        data: Error & {
            code: "TOO_LARGE";
        };
    } | {
        status: 415;
        data: Error & {
            code: "NOT_JSON";
        };
    } | {
        status: 429;
        data: Error & {
            code: "TOO_MANY_REQUESTS" | "TOO_MANY_ATTEMPTS";
        };
    } | {
        status: 500;
        data: Error & {
            code: "DEFECT";
        };
    } | {
        status: 503;
        data: Error & {
            code: "TOO_BUSY";
        };
    }>("/api/v1/session", oazapfts.json({
        ...opts,
        method: "POST",
        body
    }));
}
/**
 * Make the first account
 */
export function setUp(body: {
    /** As the terminal of the server shows it. */
    code: string;
    /** Letters of one alphabet, digits and a few signs, with one space between words; spaces at the ends are dropped. */
    name: string;
    /** In the clear: use TLS beyond this computer. */
    password: string;
    /** What the first account may do. It may always make other accounts. */
    role?: "viewer" | "operator" | "clinician" | "engineer";
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: Session;
    } | {
        status: 400;
        data: Error & {
            code: "BAD_REQUEST";
        };
    } | {
        status: 401;
        data: Error & {
            code: "SIGN_IN_REFUSED";
        };
    } | {
        status: 403;
        data: Error & {
            code: "WRONG_ORIGIN";
        };
    } | {
        status: 409;
        data: Error & {
            code: "ALREADY_SET_UP";
        };
    } | {
        status: 413;
        data: Error & {
            code: "TOO_LARGE";
        };
    } | {
        status: 415;
        data: Error & {
            code: "NOT_JSON";
        };
    } | {
        status: 429;
        data: Error & {
            code: "TOO_MANY_REQUESTS" | "TOO_MANY_ATTEMPTS";
        };
    } | {
        status: 500;
        data: Error & {
            code: "DEFECT" | "FILE_UNWRITABLE";
        };
    } | {
        status: 503;
        data: Error & {
            code: "TOO_BUSY";
        };
    }>("/api/v1/setup", oazapfts.json({
        ...opts,
        method: "POST",
        body
    }));
}
/**
 * Sign out
 */
export function signOut(body: {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: Session;
    } | {
        status: 400;
        data: Error & {
            code: "BAD_REQUEST";
        };
    } | {
        status: 403;
        data: Error & {
            code: "WRONG_ORIGIN";
        };
    } | {
        status: 413;
        data: Error & {
            code: "TOO_LARGE";
        };
    } | {
        status: 415;
        data: Error & {
            code: "NOT_JSON";
        };
    } | {
        status: 429;
        data: Error & {
            code: "TOO_MANY_REQUESTS";
        };
    } | {
        status: 500;
        data: Error & {
            code: "DEFECT";
        };
    }>("/api/v1/session/end", oazapfts.json({
        ...opts,
        method: "POST",
        body
    }));
}
/**
 * All accounts
 */
export function getAccounts(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: {
            accounts: {
                name: string;
                role: "viewer" | "operator" | "clinician" | "engineer";
                mayMakeAccounts: boolean;
            }[];
        };
    } | {
        status: 400;
        data: Error & {
            code: "BAD_REQUEST";
        };
    } | {
        status: 401;
        data: Error & {
            code: "NOT_SIGNED_IN";
        };
    } | {
        status: 403;
        data: Error & {
            code: "WRONG_ORIGIN" | "ROLE_TOO_LOW";
        };
    } | {
        status: 429;
        data: Error & {
            code: "TOO_MANY_REQUESTS";
        };
    } | {
        status: 500;
        data: Error & {
            code: "DEFECT";
        };
    }>("/api/v1/accounts", {
        ...opts
    });
}
/**
 * Make an account
 */
export function makeAccount(body: {
    /** Letters of one alphabet, digits and a few signs, with one space between words; spaces at the ends are dropped. */
    name: string;
    /** In the clear: use TLS beyond this computer. */
    password: string;
    role: "viewer" | "operator" | "clinician" | "engineer";
}, { idempotencyKey }: {
    idempotencyKey?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: {
            accounts: {
                name: string;
                role: "viewer" | "operator" | "clinician" | "engineer";
                mayMakeAccounts: boolean;
            }[];
        };
    } | {
        status: 400;
        data: Error & {
            code: "BAD_REQUEST";
        };
    } | {
        status: 401;
        data: Error & {
            code: "NOT_SIGNED_IN";
        };
    } | {
        status: 403;
        data: Error & {
            code: "WRONG_ORIGIN" | "ROLE_TOO_LOW";
        };
    } | {
        status: 409;
        data: Error & {
            code: "KEY_REUSED" | "NAME_TAKEN";
        };
    } | {
        status: 413;
        data: Error & {
            code: "TOO_LARGE";
        };
    } | {
        status: 415;
        data: Error & {
            code: "NOT_JSON";
        };
    } | {
        status: 429;
        data: Error & {
            code: "TOO_MANY_REQUESTS";
        };
    } | {
        status: 500;
        data: Error & {
            code: "DEFECT" | "FILE_UNWRITABLE";
        };
    } | {
        status: 503;
        data: Error & {
            code: "TOO_BUSY";
        };
    }>("/api/v1/accounts", oazapfts.json({
        ...opts,
        method: "POST",
        body,
        headers: oazapfts.mergeHeaders(opts?.headers, {
            "idempotency-key": idempotencyKey
        })
    }));
}
/**
 * What the device does now
 */
export function getState(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: LiveState;
    } | {
        status: 400;
        data: Error & {
            code: "BAD_REQUEST";
        };
    } | {
        status: 401;
        data: Error & {
            code: "NOT_SIGNED_IN";
        };
    } | {
        status: 403;
        data: Error & {
            code: "WRONG_ORIGIN";
        };
    } | {
        status: 429;
        data: Error & {
            code: "TOO_MANY_REQUESTS";
        };
    } | {
        status: 500;
        data: Error & {
            code: "DEFECT";
        };
    }>("/api/v1/state", {
        ...opts
    });
}
/**
 * State and record, as they come (Server-Sent Events)
 */
export function followEvents({ lastEventId }: {
    lastEventId?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: string;
    } | {
        status: 400;
        data: Error & {
            code: "BAD_REQUEST";
        };
    } | {
        status: 401;
        data: Error & {
            code: "NOT_SIGNED_IN";
        };
    } | {
        status: 403;
        data: Error & {
            code: "WRONG_ORIGIN";
        };
    } | {
        status: 429;
        data: Error & {
            code: "TOO_MANY_REQUESTS";
        };
    } | {
        status: 500;
        data: Error & {
            code: "DEFECT";
        };
    } | {
        status: 503;
        data: Error & {
            code: "TOO_MANY_STREAMS";
        };
    }>("/api/v1/events", {
        ...opts,
        headers: oazapfts.mergeHeaders(opts?.headers, {
            "last-event-id": lastEventId
        })
    });
}
/**
 * The newest records
 */
export function getRecords({ limit }: {
    limit?: number;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: Records;
    } | {
        status: 400;
        data: Error & {
            code: "BAD_REQUEST";
        };
    } | {
        status: 401;
        data: Error & {
            code: "NOT_SIGNED_IN";
        };
    } | {
        status: 403;
        data: Error & {
            code: "WRONG_ORIGIN";
        };
    } | {
        status: 413;
        data: Error & {
            code: "TOO_LARGE";
        };
    } | {
        status: 429;
        data: Error & {
            code: "TOO_MANY_REQUESTS";
        };
    } | {
        status: 500;
        data: Error & {
            code: "DEFECT" | "FILE_UNREADABLE";
        };
    } | {
        status: 503;
        data: Error & {
            code: "TOO_BUSY";
        };
    }>(`/api/v1/records${QS.query(QS.explode({
        limit
    }))}`, {
        ...opts
    });
}
/**
 * Records side by side
 */
export function compareRecords(ids: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: {
            records: {
                row: {
                    id: string;
                    /** UTC, ISO 8601; null where it is not known. */
                    startedAt: string | null;
                    name: string | null;
                    site: string | null;
                    outcome: string;
                    reason: string;
                    /** How it ended, as facts; missing where the record does not prove it, or has none. */
                    ending?: {
                        why: {
                            kind: string;
                            [key: string]: any;
                        };
                        rule: string | null;
                        coldFinish: boolean | null;
                        phases: {
                            phase: number;
                            kind: "cold" | "hot";
                            setpointC: number | null;
                            owedMin: number | null;
                            inBandMin: number | null;
                            delivered: boolean;
                        }[];
                    };
                    durationS: number | null;
                    simulated: boolean | null;
                    bench: boolean | null;
                    verdict: "intact" | "altered" | "truncated" | "unreadable" | "running";
                };
                phases: {
                    phase: number;
                    kind: "cold" | "hot";
                    setpointC: number | null;
                    fromS: number | null;
                    toS: number | null;
                    plateMinC: number | null;
                    plateMaxC: number | null;
                    /** Minutes at its setpoint: owed by the plan, and measured; null where the record does not say. */
                    owedMin: number | null;
                    inBandMin: number | null;
                    delivered: boolean | null;
                }[];
                /** `elapsed` second of the first contact: align the curves here; null where there was none. */
                contactAtS: number | null;
                samples: {
                    id: string;
                    tS: (number | null)[];
                    plateAC: (number | null)[];
                    plateBC: (number | null)[];
                    heatsinkC: (number | null)[];
                    setpointC: (number | null)[];
                    drive: (number | null)[];
                    cem43Min: (number | null)[];
                };
            }[];
        };
    } | {
        status: 400;
        data: Error & {
            code: "BAD_REQUEST";
        };
    } | {
        status: 401;
        data: Error & {
            code: "NOT_SIGNED_IN";
        };
    } | {
        status: 403;
        data: Error & {
            code: "WRONG_ORIGIN";
        };
    } | {
        status: 404;
        data: Error & {
            code: "RECORD_UNKNOWN";
        };
    } | {
        status: 413;
        data: Error & {
            code: "TOO_LARGE";
        };
    } | {
        status: 429;
        data: Error & {
            code: "TOO_MANY_REQUESTS";
        };
    } | {
        status: 500;
        data: Error & {
            code: "DEFECT" | "FILE_UNREADABLE";
        };
    } | {
        status: 503;
        data: Error & {
            code: "TOO_BUSY";
        };
    }>(`/api/v1/records/compare${QS.query(QS.explode({
        ids
    }))}`, {
        ...opts
    });
}
/**
 * One record
 */
export function getRecord(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: Record;
    } | {
        status: 400;
        data: Error & {
            code: "BAD_REQUEST";
        };
    } | {
        status: 401;
        data: Error & {
            code: "NOT_SIGNED_IN";
        };
    } | {
        status: 403;
        data: Error & {
            code: "WRONG_ORIGIN";
        };
    } | {
        status: 404;
        data: Error & {
            code: "RECORD_UNKNOWN";
        };
    } | {
        status: 413;
        data: Error & {
            code: "TOO_LARGE";
        };
    } | {
        status: 429;
        data: Error & {
            code: "TOO_MANY_REQUESTS";
        };
    } | {
        status: 500;
        data: Error & {
            code: "DEFECT" | "FILE_UNREADABLE";
        };
    } | {
        status: 503;
        data: Error & {
            code: "TOO_BUSY";
        };
    }>(`/api/v1/records/${encodeURIComponent(id)}`, {
        ...opts
    });
}
/**
 * Its curves
 */
export function getSamples(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: {
            id: string;
            tS: (number | null)[];
            plateAC: (number | null)[];
            plateBC: (number | null)[];
            heatsinkC: (number | null)[];
            setpointC: (number | null)[];
            drive: (number | null)[];
            cem43Min: (number | null)[];
        };
    } | {
        status: 400;
        data: Error & {
            code: "BAD_REQUEST";
        };
    } | {
        status: 401;
        data: Error & {
            code: "NOT_SIGNED_IN";
        };
    } | {
        status: 403;
        data: Error & {
            code: "WRONG_ORIGIN";
        };
    } | {
        status: 404;
        data: Error & {
            code: "RECORD_UNKNOWN";
        };
    } | {
        status: 413;
        data: Error & {
            code: "TOO_LARGE";
        };
    } | {
        status: 429;
        data: Error & {
            code: "TOO_MANY_REQUESTS";
        };
    } | {
        status: 500;
        data: Error & {
            code: "DEFECT" | "FILE_UNREADABLE";
        };
    } | {
        status: 503;
        data: Error & {
            code: "TOO_BUSY";
        };
    }>(`/api/v1/records/${encodeURIComponent(id)}/samples`, {
        ...opts
    });
}
/**
 * One record as a file
 */
export function exportRecord(id: string, { format }: {
    format?: "csv" | "json" | "html";
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: string;
    } | {
        status: 400;
        data: Error & {
            code: "BAD_REQUEST";
        };
    } | {
        status: 401;
        data: Error & {
            code: "NOT_SIGNED_IN";
        };
    } | {
        status: 403;
        data: Error & {
            code: "WRONG_ORIGIN";
        };
    } | {
        status: 404;
        data: Error & {
            code: "RECORD_UNKNOWN";
        };
    } | {
        status: 413;
        data: Error & {
            code: "TOO_LARGE";
        };
    } | {
        status: 429;
        data: Error & {
            code: "TOO_MANY_REQUESTS";
        };
    } | {
        status: 500;
        data: Error & {
            code: "DEFECT" | "FILE_UNREADABLE";
        };
    } | {
        status: 503;
        data: Error & {
            code: "TOO_BUSY";
        };
    }>(`/api/v1/records/${encodeURIComponent(id)}/export${QS.query(QS.explode({
        format
    }))}`, {
        ...opts
    });
}
/**
 * The limits in force
 */
export function getLimits(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: Limits;
    } | {
        status: 400;
        data: Error & {
            code: "BAD_REQUEST";
        };
    } | {
        status: 401;
        data: Error & {
            code: "NOT_SIGNED_IN";
        };
    } | {
        status: 403;
        data: Error & {
            code: "WRONG_ORIGIN";
        };
    } | {
        status: 422;
        data: Error & {
            code: "LIMITS_INVALID";
        };
    } | {
        status: 429;
        data: Error & {
            code: "TOO_MANY_REQUESTS";
        };
    } | {
        status: 500;
        data: Error & {
            code: "DEFECT" | "FILE_UNREADABLE";
        };
    }>("/api/v1/limits", {
        ...opts
    });
}
/**
 * The presets
 */
export function getPresets(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: Presets;
    } | {
        status: 400;
        data: Error & {
            code: "BAD_REQUEST";
        };
    } | {
        status: 401;
        data: Error & {
            code: "NOT_SIGNED_IN";
        };
    } | {
        status: 403;
        data: Error & {
            code: "WRONG_ORIGIN";
        };
    } | {
        status: 422;
        data: Error & {
            code: "LIMITS_INVALID";
        };
    } | {
        status: 429;
        data: Error & {
            code: "TOO_MANY_REQUESTS";
        };
    } | {
        status: 500;
        data: Error & {
            code: "DEFECT" | "FILE_UNREADABLE";
        };
    }>("/api/v1/prescriptions", {
        ...opts
    });
}
/**
 * Would it be taken
 */
export function checkPrescription(body: {
    prescription: {
        /** The `id` of a preset of `GET /api/v1/prescriptions`. */
        preset: string;
    } | {
        /** The text of a prescription file. It starts and ends cold; docs/schema/prescription.schema.json has every field with its bounds. */
        yaml: string;
    };
}, { idempotencyKey }: {
    idempotencyKey?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: Check;
    } | {
        status: 400;
        data: Error & {
            code: "BAD_REQUEST";
        };
    } | {
        status: 401;
        data: Error & {
            code: "NOT_SIGNED_IN";
        };
    } | {
        status: 403;
        data: Error & {
            code: "WRONG_ORIGIN";
        };
    } | {
        status: 409;
        data: Error & {
            code: "KEY_REUSED";
        };
    } | {
        status: 413;
        data: Error & {
            code: "TOO_LARGE";
        };
    } | {
        status: 415;
        data: Error & {
            code: "NOT_JSON";
        };
    } | {
        status: 422;
        data: Error & {
            code: "LIMITS_INVALID";
        };
    } | {
        status: 429;
        data: Error & {
            code: "TOO_MANY_REQUESTS";
        };
    } | {
        status: 500;
        data: Error & {
            code: "DEFECT" | "FILE_UNREADABLE";
        };
    }>("/api/v1/prescriptions/check", oazapfts.json({
        ...opts,
        method: "POST",
        body,
        headers: oazapfts.mergeHeaders(opts?.headers, {
            "idempotency-key": idempotencyKey
        })
    }));
}
/**
 * Skin to look at again
 */
export function getSkinLooks(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: SkinLooks;
    } | {
        status: 400;
        data: Error & {
            code: "BAD_REQUEST";
        };
    } | {
        status: 401;
        data: Error & {
            code: "NOT_SIGNED_IN";
        };
    } | {
        status: 403;
        data: Error & {
            code: "WRONG_ORIGIN";
        };
    } | {
        status: 413;
        data: Error & {
            code: "TOO_LARGE";
        };
    } | {
        status: 429;
        data: Error & {
            code: "TOO_MANY_REQUESTS";
        };
    } | {
        status: 500;
        data: Error & {
            code: "DEFECT" | "FILE_UNREADABLE";
        };
    } | {
        status: 503;
        data: Error & {
            code: "TOO_BUSY";
        };
    }>("/api/v1/skin-looks", {
        ...opts
    });
}
/**
 * Say how the skin is 20 min later
 */
export function answerSkinLook(id: string, body: {
    /** `fine`; `notSure`: ask again; `numb`: not felt yet; `wrong`: something is, and it ends the treatment. */
    answer: "fine" | "notSure" | "numb" | "wrong";
    /** What is wrong; only with the answer `wrong`. */
    findings?: ("blister" | "brokenSkin" | "welts" | "whiteOrGrey" | "darkPatch" | "redPatch" | "netMarks" | "swelling" | "pain" | "numbness" | "other")[];
}, { idempotencyKey }: {
    idempotencyKey?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: SkinLooks;
    } | {
        status: 400;
        data: Error & {
            code: "BAD_REQUEST";
        };
    } | {
        status: 401;
        data: Error & {
            code: "NOT_SIGNED_IN";
        };
    } | {
        status: 403;
        data: Error & {
            code: "WRONG_ORIGIN" | "ROLE_TOO_LOW";
        };
    } | {
        status: 409;
        data: Error & {
            code: "KEY_REUSED" | "NOT_ALLOWED_NOW";
        };
    } | {
        status: 413;
        data: Error & {
            code: "TOO_LARGE";
        };
    } | {
        status: 415;
        data: Error & {
            code: "NOT_JSON";
        };
    } | {
        status: 429;
        data: Error & {
            code: "TOO_MANY_REQUESTS";
        };
    } | {
        status: 500;
        data: Error & {
            code: "DEFECT" | "FILE_UNREADABLE" | "FILE_UNWRITABLE";
        };
    } | {
        status: 503;
        data: Error & {
            code: "TOO_BUSY";
        };
    }>(`/api/v1/skin-looks/${encodeURIComponent(id)}`, oazapfts.json({
        ...opts,
        method: "POST",
        body,
        headers: oazapfts.mergeHeaders(opts?.headers, {
            "idempotency-key": idempotencyKey
        })
    }));
}
/**
 * The device
 */
export function getDevice(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: Device;
    } | {
        status: 400;
        data: Error & {
            code: "BAD_REQUEST";
        };
    } | {
        status: 401;
        data: Error & {
            code: "NOT_SIGNED_IN";
        };
    } | {
        status: 403;
        data: Error & {
            code: "WRONG_ORIGIN";
        };
    } | {
        status: 429;
        data: Error & {
            code: "TOO_MANY_REQUESTS";
        };
    } | {
        status: 500;
        data: Error & {
            code: "DEFECT";
        };
    }>("/api/v1/device", {
        ...opts
    });
}
/**
 * Is everything fit for a treatment
 */
export function getDoctor(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: Doctor;
    } | {
        status: 400;
        data: Error & {
            code: "BAD_REQUEST";
        };
    } | {
        status: 401;
        data: Error & {
            code: "NOT_SIGNED_IN";
        };
    } | {
        status: 403;
        data: Error & {
            code: "WRONG_ORIGIN";
        };
    } | {
        status: 429;
        data: Error & {
            code: "TOO_MANY_REQUESTS";
        };
    } | {
        status: 500;
        data: Error & {
            code: "DEFECT";
        };
    }>("/api/v1/device/doctor", {
        ...opts
    });
}
/**
 * Do server and device answer
 */
export function getHealth(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: Health;
    } | {
        status: 400;
        data: Error & {
            code: "BAD_REQUEST";
        };
    } | {
        status: 403;
        data: Error & {
            code: "WRONG_ORIGIN";
        };
    } | {
        status: 429;
        data: Error & {
            code: "TOO_MANY_REQUESTS";
        };
    } | {
        status: 500;
        data: Error & {
            code: "DEFECT";
        };
    } | {
        status: 503;
        data: Health;
    }>("/healthz", {
        ...opts
    });
}
/**
 * This document
 */
export function getDescription(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: {
            openapi: string;
            [key: string]: any;
        };
    } | {
        status: 400;
        data: Error & {
            code: "BAD_REQUEST";
        };
    } | {
        status: 403;
        data: Error & {
            code: "WRONG_ORIGIN";
        };
    } | {
        status: 429;
        data: Error & {
            code: "TOO_MANY_REQUESTS";
        };
    } | {
        status: 500;
        data: Error & {
            code: "DEFECT";
        };
    }>("/api/v1/openapi.json", {
        ...opts
    });
}
