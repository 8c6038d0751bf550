const TEXT = /^(\d{4})(-?)(\d\d)\2(\d\d)[T ](\d\d)(:?)(\d\d)(?:\6(\d\d)(?:[.,](\d{1,9}))?)?\s?(Z|UTC|[+-]\d\d(?::?\d\d)?)$/i;
const MINUTE_MS = 60_000;

/**
 * An instant as AWS tools write it into files, variables and answers of programs. The one reader of all of them, so that none is taken for
 * another time: a text without a zone would be read in the zone of this machine, and a number in whatever unit.
 */
export namespace Instant {

    /**
     * Epoch milliseconds of an instant in ISO 8601, in the extended or the basic format, with its zone; `undefined` for anything else.
     * Source: ISO 8601-1:2019, 5.4.2.
     */
    export function parse(text: unknown): number | undefined {
        const parts = typeof text === 'string' ? TEXT.exec(text.trim()) : null;
        if (parts === null) {
            return undefined;
        }
        const [, year, , month, day, hour, , minute, second = '0', fraction = '0', zone] = parts;
        const fields = [year, month, day, hour, minute, second].map(Number);
        const [y, mo, d, h, mi, s] = fields;
        const ms = Date.UTC(y, mo - 1, d, h, mi, s, Math.floor(Number(`0.${fraction}`) * 1000));
        const read = new Date(ms);
        const isReal = [
            read.getUTCFullYear(), read.getUTCMonth() + 1, read.getUTCDate(), read.getUTCHours(), read.getUTCMinutes(), read.getUTCSeconds()
        ].every((value, index) => value === fields[index]);
        const offset = offsetMinutes(zone);
        return isReal && offset !== undefined ? ms - offset * MINUTE_MS : undefined;
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
