/** How long those tests continue that try what nobody wrote down: one round in `npm test`, more in `npm run chaos`. */
import process from 'node:process';

const asked = process.env['DM_TOP_CHAOS'];

/** In a long run the properties are tried with other values each time; else with the same ones every time. */
export const isLong = asked !== undefined;

export const rounds = Number(asked ?? 1);

/** That a property is tried so many times in each round. */
export const runs = (times: number): {readonly numRuns: number} => ({numRuns: times * rounds});
