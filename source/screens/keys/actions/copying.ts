/**
 * Copying to the terminal's clipboard.
 */
import {copy} from '../copying/copy.js';
import {cleanText, copyables} from '../copying/copyables.js';
import {spotAt} from '../copying/spot.js';
import {ticketOf} from '../copying/ticket.js';
import {lineText} from '../../../components/line.js';
import {chooseNext} from '../../state/choosing.js';
import {type Mode, type State, inputOf, placeOf} from '../../state/state.js';
import {isText} from '../../places/place.js';
import type {Context} from '../../context/context.js';
import type {Action} from '../action.js';
import {say} from '../../../language/say.js';

const everywhere: readonly Mode[] = ['list', 'text'];

/** What can be copied here: about the selected subject, and the page itself. */
const itemsAt = (context: Context): ReturnType<typeof copyables> => {
	const {state, screen} = context;
	const spot = spotAt(state, screen);
	const place = placeOf(state);
	const page =
		place.kind === 'copied' ? place.text : screen.page.map(line => lineText(line).trimEnd()).join('\n');
	return [
		...(spot ? copyables(spot, context) : []),
		...(isText(place) ? [{letter: 'a', label: say('this page'), text: cleanText(page)}] : []),
	];
};

const nothing = (context: Context): string | undefined =>
	isText(placeOf(context.state)) || spotAt(context.state, context.screen) !== undefined
		? undefined
		: say('There is nothing here to copy.');

/** The entry of a letter copied; without one that under the cursor. */
export const copyItem = (context: Context, letter?: string): State => {
	const input = inputOf(context.state, 'copy');
	const item =
		letter === undefined ? input?.items[input.index] : input?.items.find(one => one.letter === letter);
	return item ? copy(context.state, item, context) : context.state;
};

export const copying: readonly Action[] = [
	{
		modes: everywhere,
		keys: ['y'],
		help: 'copy to the clipboard: the dmctl command of the first operation for it, the position, the error, a name …',
		hint: 'copy',
		priority: 38,
		disabled: nothing,
		run(context) {
			const items = itemsAt(context);
			const [only] = items;
			return only && items.length === 1
				? copy(context.state, only, context)
				: {
						...context.state,
						input: {kind: 'copy', title: spotAt(context.state, context.screen)?.name ?? '', items, index: 0},
					};
		},
	},
	{
		modes: everywhere,
		keys: ['Y'],
		help: 'copy a whole ticket in Markdown: what, since when, evidence, positions, errors, what was tried',
		hint: 'ticket',
		priority: 22,
		disabled: ({state, screen}) =>
			spotAt(state, screen) ? undefined : say('There is nothing here to write a ticket about.'),
		run(context) {
			const {state, screen, props} = context;
			const spot = spotAt(state, screen)!;
			const commands = copyables(spot, context).find(({letter}) => letter === 'd')?.text ?? '';
			const text = ticketOf(spot, {
				cluster: screen.cluster,
				title: props.title,
				version: props.version,
				commands,
			});
			return copy(state, {label: say('a ticket about {name}', {name: spot.name}), text}, context);
		},
	},
];

/** While there is a choice of what to copy. */
export const choosingCopy: readonly Action[] = [
	{modes: ['copy'], keys: ['up', 'k'], help: 'one up', run: ({state}) => chooseNext(state, -1)},
	{
		modes: ['copy'],
		keys: ['down', 'j'],
		help: 'one down',
		hint: 'move',
		priority: 70,
		run: ({state}) => chooseNext(state, 1),
	},
	{
		modes: ['copy'],
		keys: ['enter', 'y'],
		help: 'copy it (so does its letter)',
		hint: 'copy',
		priority: 90,
		run: context => copyItem(context),
	},
	{
		modes: ['copy'],
		keys: ['esc', 'q', 'left', 'h'],
		help: 'copy nothing',
		hint: 'leave',
		priority: 80,
		run: ({state}) => ({...state, input: undefined}),
	},
];
