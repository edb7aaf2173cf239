import {expect, it} from 'vitest';
import {codeOfMessage} from '../../../source/dm/errors/codes/code-of-message.js';
import {dmCodes} from '../../../source/dm/errors/codes/code-list.js';

const filled = (message: string): string => message.replaceAll(/%[ #+]?[a-z]/giv, 'abc-01');

it('every message of DM leads to its own code, or to none where several codes share it', () => {
	const wrong = dmCodes().filter(({code, message}) => {
		const found = codeOfMessage(filled(message));
		return found !== undefined && found.code !== code;
	});
	expect(wrong).toEqual([]);
	const bySaying = Map.groupBy(dmCodes(), ({message}) => filled(message).toLowerCase());
	const own = [...bySaying].flatMap(([said, codes]) =>
		codes.length === 1 && said.split(/\s+/v).length >= 6 ? codes : [],
	);
	expect(own.filter(({message}) => codeOfMessage(filled(message)) === undefined)).toEqual([]);
	expect(own.length).toBeGreaterThan(200);
});

it('a message is found within other words, in any case and over several lines', () => {
	expect(codeOfMessage('Error: Sources [a]\n  have not bound.')?.code).toBe(46_009);
	expect(codeOfMessage('sub task with name orders\tnot found')?.code).toBe(40_054);
});

it('a short message is only found as a whole, and what several codes say is none', () => {
	expect(codeOfMessage('grpc request error')?.code).toBe(38_008);
	expect(codeOfMessage('there was a grpc request error somewhere')).toBeUndefined();
	expect(codeOfMessage('start server')).toBeUndefined();
	expect(codeOfMessage('nobody knows this text')).toBeUndefined();
	expect(codeOfMessage('')).toBeUndefined();
});
