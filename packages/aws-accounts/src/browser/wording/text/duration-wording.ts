import { nls } from '@theia/core/lib/common/nls';

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** A duration in the two largest units that matter, rounded down: `2 d 4 h`, `3 h 20 min`, `52 min`, `less than a minute`. */
export function durationText(durationMs: number): string {
    if (durationMs < MINUTE_MS) {
        return nls.localize('theia/aws-accounts/duration/moment', 'less than a minute');
    }
    const days = Math.floor(durationMs / DAY_MS);
    const hours = Math.floor(durationMs % DAY_MS / HOUR_MS);
    const minutes = Math.floor(durationMs % HOUR_MS / MINUTE_MS);
    const parts = days > 0 ? [daysText(days), hoursText(hours)] : [hoursText(hours), minutesText(minutes)];
    return parts.filter(part => part !== '').join(' ');
}

/** Rest of a short wait, to the second, as a clock shows it: `9:05`. Never less than `0:00`. */
export function countdownText(leftMs: number): string {
    const seconds = Math.max(0, Math.ceil(leftMs / 1000));
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

function daysText(days: number): string {
    return days === 0 ? '' : nls.localize('theia/aws-accounts/duration/days', '{0} d', days);
}

function hoursText(hours: number): string {
    return hours === 0 ? '' : nls.localize('theia/aws-accounts/duration/hours', '{0} h', hours);
}

function minutesText(minutes: number): string {
    return minutes === 0 ? '' : nls.localize('theia/aws-accounts/duration/minutes', '{0} min', minutes);
}
