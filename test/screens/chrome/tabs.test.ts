/** The line of views. */
import {expect, test} from 'vitest';
import {lineText} from '../../../source/components/line.js';
import {tabs} from '../../../source/screens/chrome/tabs.js';
import {lookAt} from '../../findings/diagnosed.js';

test('the number of findings is left out last, as the room gets less', () => {
	const cluster = lookAt('dm-v7.5/ddl-lock-and-sync-errors/v1alpha1-status.json').view();
	const at = (width: number) => lineText(tabs({kind: 'tasks'}, cluster, width));
	expect(at(62)).toBe(' 1 Tasks 2 Sources 3 Workers 4 Locks(1) 5 Events 6 Findings(4)');
	expect(at(61)).toBe(' 1 Tasks 2 Sources 3 Workers 4 Locks 5 Events 6 Findings(4)');
	expect(at(50)).toBe(' 1 Tasks 2 Sou 3 Wor 4 Loc 5 Eve 6 Fin(4)');
	expect(at(40)).toBe(' 1 Tasks 2 Sou 3 Wor 4 Loc 5 Eve 6 Fin');
});
