/** The scenarios that come with dm-top, in the order of `--simulate help`. */
import {shop} from './shop.js';

export const shippedScenarios: Readonly<Record<string, string>> = {shop};

/** What `--simulate` shows without a name. */
export const defaultScenario = 'shop';
