import {say} from '../../../language/say.js';
import {text} from '../../json-fields.js';
import type {Problem} from '../../provider.js';
import type {CallFailure} from '../connection/call-failure.js';

/** What DM said instead of an answer, in its own words. */
export const saidNo = (message: string, label: string): Problem => ({
	what: message === '' ? say('{label} refused without giving a reason', {label}) : message,
	fix: '',
	detail: '',
	isRefusal: true,
});

/** The same of an answer over HTTP; undefined where DM said yes. */
export const refusalIn = (body: Readonly<Record<string, unknown>>, label: string): Problem | undefined =>
	body['result'] === true ? undefined : saidNo(text(body['msg']), label);

/** Whether another master would only wait as long for the same worker. */
export const isTimeout = ({reason}: CallFailure): boolean => reason === 'timeout';
