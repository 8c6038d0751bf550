const ISO = /^(\d{4})(-?)(\d\d)\2(\d\d)[T ](\d\d)(:?)(\d\d)(?:\6(\d\d)(?:[.,](\d{1,9}))?)?\s*(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)$/i;

/** As HTTP, mail and `date -R` write it; the zone is a number or universal time, never a name that means several. */
const MAIL = /^(?:(\w{3}),\s*)?(\d{1,2})\s(\w{3})\s(\d{4})\s(\d\d):(\d\d)(?::(\d\d))?\s(Z|UTC|GMT|[+-]\d\d:?\d\d)$/i;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

const MINUTE_MS = 60_000;

/** The parts of an instant as digits, and its zone. */
interface WrittenInstant {
    readonly date: readonly [year: string, month: string, day: string];
    readonly time: readonly [hour: string, minute: string, second: string | undefined];
    readonly fraction?: string;
    readonly zone: string;
    readonly dayOfWeek?: string;
}

/**
 * An instant as AWS tools write it into files, variables and answers of programs. The one reader of all of them, so that none is taken for
 * another time: a text without a zone would be read in the zone of this machine, and a number in whatever unit.
 */
export namespace Instant {

    /**
     * Epoch milliseconds of an instant in ISO 8601, in the extended or the basic format, or in the form of HTTP, with its zone;
     * `undefined` for anything else. Source: ISO 8601-1:2019, 5.4.2; RFC 5322, section 3.3, which has the form of RFC 1123.
     */
    export function parse(text: unknown): number | undefined {
        const written = typeof text === 'string' ? ofIso(text.trim()) ?? ofMail(text.trim()) : undefined;
        if (written === undefined) {
            return undefined;
        }
        const { date, time: [hour, minute, second = '0'], fraction = '0', zone, dayOfWeek } = written;
        const fields = [...date, hour, minute, second].map(Number);
        const [y, mo, d, h, mi, s] = fields;
        const ms = Date.UTC(y, mo - 1, d, h, mi, s, Math.floor(Number(`0.${fraction}`) * 1000));
        const read = new Date(ms);
        const isReal = [
            read.getUTCFullYear(), read.getUTCMonth() + 1, read.getUTCDate(), read.getUTCHours(), read.getUTCMinutes(), read.getUTCSeconds()
        ].every((value, index) => value === fields[index]);
        const isThatDay = dayOfWeek === undefined || DAYS[read.getUTCDay()] === dayOfWeek.toLowerCase();
        const offset = offsetMinutes(zone);
        return isReal && isThatDay && offset !== undefined ? ms - offset * MINUTE_MS : undefined;
    }

    function ofIso(text: string): WrittenInstant | undefined {
        const parts = ISO.exec(text);
        if (parts === null) {
            return undefined;
        }
        const [, year, , month, day, hour, , minute, second, fraction, zone] = parts;
        return { date: [year, month, day], time: [hour, minute, second], fraction, zone };
    }

    function ofMail(text: string): WrittenInstant | undefined {
        const parts = MAIL.exec(text);
        if (parts === null) {
            return undefined;
        }
        const [, dayOfWeek, day, monthName, year, hour, minute, second, zone] = parts;
        return { date: [year, String(MONTHS.indexOf(monthName.toLowerCase()) + 1), day], time: [hour, minute, second], zone, dayOfWeek };
    }

    function offsetMinutes(zone: string): number | undefined {
        const [, sign, hours, minutes = '0'] = /^([+-])(\d\d):?(\d\d)?$/.exec(zone) ?? [];
        if (sign === undefined) {
            return 0;
        }
        const offset = Number(hours) * 60 + Number(minutes);
        return Number(minutes) > 59 || offset > 18 * 60 ? undefined : sign === '-' ? -offset : offset;
    }
}
