import type {Page} from '../../operations/offering/pages.js';
import type {Place} from '../state/place.js';

const pageKinds: ReadonlySet<string> = new Set<Page['kind']>(['config', 'validation', 'schema']);

/** The page of a place; undefined where it only shows the status. */
export const pageOf = (place: Place): Page | undefined =>
	pageKinds.has(place.kind) ? (place as Page) : undefined;
