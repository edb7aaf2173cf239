import {say} from '../../language/say.js';
import {UsageError} from '../../settings/usage-error.js';

/**
 * Only here are the rules of findings loaded for the command line: where kinds of them are asked for.
 *
 * @throws {UsageError} Where there is no finding of such a kind.
 */
export const refuseUnknownKinds = async (kinds: readonly string[]): Promise<void> => {
	if (kinds.length === 0) {
		return;
	}

	const {findingKinds} = await import('../../findings/explain.js');
	const strange = kinds.find(kind => !findingKinds.includes(kind));
	if (strange !== undefined) {
		throw new UsageError(
			say('There is no kind of finding “{strange}”: dm-top explain lists them.', {strange}),
		);
	}
};
