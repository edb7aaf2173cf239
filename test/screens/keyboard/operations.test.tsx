import {setTimeout as pause} from 'node:timers/promises';
import {describe, expect, it} from 'vitest';
import {parseStatusDocument} from '../../../source/dm/parse-status.js';
import {isObject} from '../../../source/dm/values/json-object.js';
import type {OperationKind} from '../../../source/providers/operation.js';
import type {Observation} from '../../../source/providers/provider.js';
import {type Screen, type ShowOptions, keys, noon, recorded, showScreen, wholeAnswer} from '../screen.js';

const everything: ReadonlySet<OperationKind> = new Set<OperationKind>([
	'pause',
	'resume',
	'start',
	'stop',
	'binlog-skip',
	'binlog-replace',
	'binlog-inject',
	'binlog-revert',
	'binlog-list',
]);

const show = async (options: ShowOptions = {}): Promise<Screen> =>
	showScreen([wholeAnswer('ddl-lock-and-sync-errors/v1alpha1-status.json')], {
		columns: 110,
		rows: 34,
		operator: everything,
		...options,
	});

/** Long enough for a dialog to take a key for one that a person meant. */
const think = async () =>
	new Promise(resolve => {
		setTimeout(resolve, 800);
	});

describe('pausing a task', () => {
	it('asks first, with the safe answer in focus, and says what will happen', async () => {
		const {text, press, confirmed} = await show();
		await press(keys.down, 'P');
		expect(text()).toContain('Pause orders on prod-dm');
		expect(text()).toContain('[Cancel]');
		expect(text().split('\n').at(-1)).not.toContain('filter');
		expect(text()).toContain('lag grows until you resume');
		expect(text()).toContain('dmctl --master-addr 10.0.1.11:8261 pause-task orders');
		await think();
		await press(keys.enter);
		expect(text()).not.toContain('[Cancel]');
		expect(confirmed).toEqual([]);
	});

	it('sends it once when the action is selected and Enter is pressed', async () => {
		const {press, confirmed} = await show();
		await press(keys.down, 'P');
		await think();
		await press(keys.right);
		await think();
		await press(keys.enter);
		await press(keys.enter);
		expect(confirmed).toEqual([{kind: 'pause', task: 'orders', sources: []}]);
	});

	it('is never confirmed in a terminal too small to show the question', async () => {
		const {press, resize, confirmed, text} = await show();
		await press(keys.down, 'P');
		await think();
		await resize(40, 10);
		await press(keys.right);
		await think();
		await press(keys.enter);
		await resize(110, 34);
		expect(text()).toContain('[Cancel]');
		await press(keys.enter);
		expect(text()).not.toContain('[Cancel]');
		expect(confirmed).toEqual([]);
	});

	it('is not opened, nor anything else done, by keys in a terminal too small to show it', async () => {
		const {press, resize, confirmed, text} = await show();
		await press(keys.down);
		const before = text();
		await resize(40, 10);
		await press(keys.down, 'e', ' ', 'P', 'o', ':', '/', keys.enter, '\u{1B}[200~orders\u{1B}[201~');
		await resize(110, 34);
		expect(text()).toBe(before);
		await press(':');
		await resize(40, 10);
		await press('q', keys.esc);
		await resize(110, 34);
		expect(text()).toMatch(/^ :/mv);
		expect(confirmed).toEqual([]);
	});

	it('is never confirmed by a held-down key, or by pasted text', async () => {
		const {press, confirmed, text} = await show();
		await press('P');
		for (let times = 0; times < 20; times++) {
			await press(keys.enter);
		}

		await press('P', `${keys.right}${keys.enter}`, '\u{1B}[200~\r\r\u{1B}[201~');
		expect(confirmed).toEqual([]);
		await press(keys.esc);
		expect(text()).not.toContain('[Cancel]');
	});

	it('for more than one requires typing their number', async () => {
		const {text, press, confirmed} = await show();
		await press(' ', ' ', 'P');
		expect(text()).toContain('Pause 2 tasks');
		await think();
		await press('2');
		await think();
		await press(keys.enter);
		expect(confirmed.map(operation => ('task' in operation ? operation.task : ''))).toEqual([
			'broken',
			'orders',
		]);
	});

	it('for more than one of which one is gone is about the others, and says so', async () => {
		const {text, press, apply, confirmed} = await show();
		await press(' ', ' ', ' ');
		expect(text()).toContain(' 3 marked  ');
		const without = (at: number, ...gone: readonly string[]): Observation[] => {
			const answer = recorded('ddl-lock-and-sync-errors/v1alpha1-status.json');
			const isGone = (member: unknown) => isObject(member) && gone.includes(String(member['name']));
			const left = JSON.parse(answer, (_, value: unknown) =>
				Array.isArray(value) ? value.filter(member => !isGone(member)) : value,
			) as unknown;
			return [{kind: 'status', at, status: parseStatusDocument(JSON.stringify(left))}];
		};

		await apply(without(noon + 2000, 'orders'), noon + 2000);
		expect(text()).toContain(' 2 marked  1 marked, but gone  ');
		await press('P');
		expect(text()).toContain('Pause 2 tasks on prod-dm');
		await press(keys.esc);
		expect(text()).toContain('Cancelled: nothing was sent.');
		// What is meant is gone: the row under the cursor is another.
		await press('U', 'g', ' ');
		const [name = ''] = /(?<=◆)\S+/v.exec(text()) ?? [];
		await apply(without(noon + 4000, 'orders', name), noon + 4000);
		expect(text()).toContain(' 1 marked, but gone  ');
		await press('P');
		expect(text()).toContain(`There is no task ${name}.`);
		expect(confirmed).toEqual([]);
	});

	it('for one source is what P does among the sources of a task', async () => {
		const {text, press} = await show();
		await press(keys.down, keys.enter, 'R');
		expect(text()).toContain('Resume orders on mysql-replica-01');
	});
});

describe('an operation that changes nothing', () => {
	it('is done at once, from the menu and as a command', async () => {
		const {text, press, confirmed} = await show();
		const list = {kind: 'binlog-list', task: 'orders', sources: ['mysql-replica-01']};
		await press(keys.down, 'o', 'l');
		expect(text()).not.toContain('[Cancel]');
		expect(confirmed).toMatchObject([list]);
		await press(':', ...'list orders', keys.enter);
		expect(text()).not.toContain('[Cancel]');
		expect(confirmed).toMatchObject([list, list]);
	});
});

describe('an operation that is not possible', () => {
	it('has neither keys nor hints with --read-only, and the header and the footer say so', async () => {
		const {text, press} = await show({readOnly: true});
		expect(text()).toContain('RO');
		expect(text()).not.toContain('pause');
		for (const key of ['P', 'R', 'o', ' ']) {
			await press(key);
			expect(text()).not.toContain('[Cancel]');
			expect(text()).not.toContain('marked');
			expect(text().split('\n').at(-1)).toContain('read-only: ');
			await press('j');
			expect(text()).not.toContain('read-only: ');
		}
	});

	it('is refused with a reason if there is no cluster behind the screen', async () => {
		const {text, press} = await show({operator: undefined});
		await press('P');
		expect(text()).toContain('A file has no cluster behind it');
	});
});

describe('the menu', () => {
	it('offers to skip a bad DDL only if one stops the subtask', async () => {
		const {text, press} = await show();
		await press('o');
		expect(text()).toContain('s Skip on mysql-replica-01');
		await press(keys.esc, keys.down, keys.down, 'o');
		expect(text()).toContain('─ shard on prod-dm ─');
		expect(text()).not.toContain('Skip');
	});

	it('names its target and its problem, and begins with the fix', async () => {
		const {text, press} = await show();
		await press(keys.down, 'o');
		const lines = text()
			.split('\n')
			.filter(line => line.includes('│'))
			.map(line => /│ (?<inside>[^│]+) │[^│]*$/v.exec(line)?.groups?.['inside']?.trimEnd() ?? '')
			.filter(line => /^(?:[▸✗]| {2}\S )/v.test(line));
		expect(text()).toContain('─ orders on prod-dm ─');
		expect(lines).toEqual([
			'✗ A DDL cannot be parsed: syntax not supported by TiDB',
			'▸ e Replace on mysql-replica-01       your SQL in place of this DDL',
			'  s Skip on mysql-replica-01 !        continue without this DDL, with care',
			'  i Inject on mysql-replica-01        your SQL before this DDL',
			'  r Resume on mysql-replica-01        continue from the checkpoint',
			'  v Revert                            undo what was set for this place',
			'  l List                              show what is set for this place',
			'  p Pause                             stop at the checkpoint',
			'  t Stop                              DM forgets it; its tables stay',
			'  a Start again                       from its configuration',
			'  1 Start again without checkpoint !  all from the beginning, with care',
			'  2 Start again from a time           read the binlog from then on',
		]);
		expect(text().split('\n').at(-1)).toMatch(/↓ move +↵ choose/v);
	});

	it('accepts the letter of an entry, and stays open for any other key', async () => {
		const {text, press} = await show();
		await press('o', 'w');
		expect(text()).toContain('s Skip on mysql-replica-01');
		await press('s');
		expect(text()).toContain('Skip the DDL of broken on mysql-replica-01 on prod-dm');
		expect(text()).toContain('[Cancel]');
	});

	it('is about one subtask on its page', async () => {
		const {text, press} = await show();
		await press(keys.enter, keys.enter, 'o');
		expect(text()).toContain('─ broken on mysql-replica-01 on prod-dm ─');
		expect(text()).toContain('▸ e Replace                           your SQL in place of this DDL');
	});

	it('in a small terminal shows the entries around the selected one', async () => {
		const {text, press, resize} = await show();
		await resize(60, 15);
		await press('o', ...Array.from({length: 7}, () => keys.down));
		expect(text()).toContain('▸ t Stop');
		expect(text()).toContain('✗ A DDL cannot be parsed');
	});
});

describe('the command line', () => {
	it('completes names and opens the same dialog', async () => {
		const {text, press} = await show();
		await press(':', 'p', 'a', 'u', 's', 'e', ' ', 'o', 'r', '\t');
		expect(text()).toContain(':pause orders');
		await press(keys.enter);
		expect(text()).toContain('Pause orders on prod-dm');
	});

	it('describes the selected candidate', async () => {
		const {text, press} = await show();
		await press(':', ...'sort lag ', '\t');
		const last = () => text().split('\n').at(-1)!.trimEnd();
		expect(last()).toMatch(/^ :sort lag asc.*asc {2}desc {2}.* the smallest first$/v);
		await press('\t');
		expect(last()).toMatch(/^ :sort lag desc.*asc {2}desc {2}.* the greatest first$/v);
	});

	it('says what is wrong and lets you fix it', async () => {
		const {text, press} = await show();
		await press(':', ...'pause ordrs', keys.enter);
		expect(text()).toContain('orders');
		expect(text()).toContain(':pause ordrs');
	});

	it('sorts, filters and opens views by name', async () => {
		const {text, press} = await show();
		await press(':', ...'filter !Finished', keys.enter);
		expect(text()).toContain('filter !Finished');
		await press(':', ...'sources', keys.enter);
		expect(text()).toContain('mysql-replica-02');
	});
});

describe('the menu', () => {
	it('that would be empty says why', async () => {
		const {text, press} = await show();
		await press('4', 'o');
		expect(text()).toContain('Unlock is not possible over this connection: it requires gRPC.');
	});
});

describe('the hints of a dialog', () => {
	it('are those of a text while it asks for SQL', async () => {
		const {text, press} = await show();
		await press('o', 'e');
		expect(text()).toContain('SQL in its place:');
		expect(text().split('\n').at(-1)?.trim()).toBe('↵ continue  Esc cancel  Ctrl-O editor');
	});

	it('have the key that goes back to the SQL once that is written', async () => {
		const {text, press} = await show();
		await press('o', 'e', 'x');
		// An Enter soon after a key is no press of its own; on a busy machine that key may be late.
		do {
			await pause(800);
			await press(keys.enter);
		} while (text().includes('Too fast'));

		expect(text().split('\n').at(-1)?.trim()).toBe('→ move  ↵ press  Esc cancel  ↑ change');
		// Keys that come together are no typing.
		await pause(100);
		await press(keys.up);
		expect(text()).toContain('SQL in its place:');
	});

	it('are those of its buttons where it only asks whether', async () => {
		const {text, press} = await show();
		await press('P');
		expect(text().split('\n').at(-1)?.trim()).toBe('→ move  ↵ press  Esc cancel');
	});
});
