import type { Bug } from './bugs/bugs.d.mts';

/** @throws Error where the anchor is not there, or there more than once */
export function planted(bug: Pick<Bug, 'path' | 'from' | 'to'>): string;
