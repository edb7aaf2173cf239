/** Why a unit stopped, in DM's spelling and in that of 1.0. */
import type {ProcessError, ProcessResult} from '../status.js';
import type {Fields} from './fields.js';

const decodeError = (error: Fields): ProcessError => ({
	code: error.number('ErrCode'),
	class: error.text('ErrClass'),
	scope: error.text('ErrScope'),
	level: error.text('ErrLevel'),
	message: error.freeText(error.has('Message') ? 'Message' : 'msg'),
	rawCause: error.freeText('RawCause'),
	workaround: error.freeText('Workaround'),
	type: error.has('Type') ? error.text('Type') : undefined,
});

/** Pb.ProcessResult; undefined when absent or null. */
export const decodeProcessResult = (parent: Fields, key = 'result'): ProcessResult | undefined => {
	const result = parent.object(key);
	return (
		result && {
			isCanceled: result.flag('isCanceled') ?? false,
			errors: result.objects('errors').map(error => decodeError(error)),
			detail: result.bytes('detail'),
		}
	);
};
