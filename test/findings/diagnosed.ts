/** What dm-top finds in what a cluster told. */
import {diagnose} from '../../source/findings/diagnose.js';
import type {Finding} from '../../source/findings/finding.js';
import {readFixture} from '../dm/recorded.js';
import {Watched} from '../monitor/watched.js';

/** A look at one document. */
export const lookAt = (fixture: string): Watched => new Watched().document(readFixture(fixture));

/** "kind task source worker master", without what a finding does not concern. */
export const placeOf = ({kind, task, source, worker, master}: Finding): string =>
	[kind, task, source, worker, master].filter(part => part !== undefined).join(' ');

/** All findings as places, worst first. */
export const found = (watched: Watched): readonly string[] =>
	diagnose(watched.view()).findings.map(finding => placeOf(finding));

/** The only finding of that kind at a place with these names; it throws when there is none, or more than one. */
export const only = (watched: Watched, kind: string, ...names: readonly string[]): Finding => {
	const findings = diagnose(watched.view()).findings.filter(
		one => one.kind === kind && names.every(name => [one.task, one.source, one.worker].includes(name)),
	);
	const [finding] = findings;
	if (!finding || findings.length > 1) {
		throw new Error(`${findings.length} findings of kind ${kind}: ${found(watched).join('; ')}`);
	}

	return finding;
};
