import {freeText} from '../../../dm/secrets/free-text.js';
import {say} from '../../../language/say.js';
import {textOf} from '../../json-fields.js';
import type {Problem} from '../../provider.js';
import type {CallFailure} from '../connection/call-failure.js';

/** DM's own message in place of an answer. */
export const saidNo = (message: string, label: string): Problem => ({
	what: message === '' ? say('{label} refused without giving a reason', {label}) : freeText(message),
	fix: '',
	detail: '',
	isRefusal: true,
});

/** The same for an answer over HTTP; undefined on success. */
export const refusalIn = (body: Readonly<Record<string, unknown>>, label: string): Problem | undefined =>
	body['result'] === true ? undefined : saidNo(textOf(body['msg']), label);

/** Whether another master would wait just as long for the same worker. */
export const isTimeout = ({reason}: CallFailure): boolean => reason === 'timeout';
