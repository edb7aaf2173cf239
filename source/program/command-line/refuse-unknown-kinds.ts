import {say} from '../../language/say.js';
import {UsageError} from '../../settings/usage-error.js';

/**
 * The rules of findings are only loaded here, where kinds of them are given.
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
