/**
 * What a command does to the state. Pure: what the screen holds at the moment comes in as `Surroundings`.
 */
import type {Command} from '../keys/command.js';
import {editLine, openLine, recallLine, typeText as typeInLine} from '../command-line/command-line.js';
import {applyEdit, editOf, insert} from '../command-line/edit.js';
import {type Look, type Surroundings, goBack, move, openRow, select, selectedIndex} from './moving.js';
import {errorPlaceOf} from './error-place.js';
import {type Place, isText, rootKinds} from './place.js';
import {type Sort, type State, listAt, placeOf, withList} from './state.js';

const turnMenu = (state: State, step: 1 | -1): State => {
	const {menu} = state;
	const length = menu?.offers.length ?? 0;
	return menu && length > 0
		? {...state, menu: {...menu, index: (menu.index + step + length) % length}}
		: state;
};

/** The next or previous row of the list behind a text, opened in its place. */
const turn = (state: State, look: Look, step: 1 | -1): State => {
	const behind = goBack(state);
	if (!behind || isText(placeOf(behind))) {
		return state;
	}

	const around = look(behind);
	const index = selectedIndex(listAt(behind, placeOf(behind)), around.ids) + step;
	return index < 0 || index >= around.ids.length ? state : openRow(select(behind, around, index), around);
};

const pick = (state: State, around: Surroundings, step: 1 | -1): State => {
	const {sortable} = around;
	const index = sortable.findIndex(({id}) => id === state.picker?.column);
	const chosen = sortable.at((index + step + sortable.length) % sortable.length);
	if (!chosen || !state.picker) {
		return state;
	}

	const sort: Sort = {column: chosen.id, descending: chosen.descending};
	return withList({...state, picker: {...state.picker, column: chosen.id}}, placeOf(state), {sort});
};

const startPicker = (state: State, around: Surroundings): State => {
	const {sort} = listAt(state, placeOf(state));
	const first = around.sortable[0];
	if (!first) {
		return {...state, notice: 'This table has one order only.'};
	}

	const current = sort ?? {column: first.id, descending: first.descending};
	return withList({...state, picker: {column: current.column, before: sort}}, placeOf(state), {
		sort: current,
	});
};

const reverse = (state: State, around: Surroundings): State => {
	const place = placeOf(state);
	const first = around.sortable[0];
	const sort = listAt(state, place).sort ?? (first && {column: first.id, descending: first.descending});
	return sort ? withList(state, place, {sort: {...sort, descending: !sort.descending}}) : state;
};

const toggleMark = (state: State, around: Surroundings): State => {
	const place = placeOf(state);
	const list = listAt(state, place);
	const id = around.ids[selectedIndex(list, around.ids)];
	if (id === undefined || !around.canMark) {
		return around.canMark ? state : {...state, notice: 'Rows of this table cannot be marked.'};
	}

	const marked = new Set(list.marked);
	if (!marked.delete(id)) {
		marked.add(id);
	}

	return move(withList(state, place, {marked}), around, 1);
};

const cancel = (state: State): State => {
	if (state.line !== undefined || state.menu !== undefined || state.time !== undefined) {
		return {...state, line: undefined, menu: undefined, time: undefined};
	}

	if (state.prompt) {
		return withList({...state, prompt: undefined}, placeOf(state), {filter: ''});
	}

	return state.picker
		? withList({...state, picker: undefined}, placeOf(state), {sort: state.picker.before})
		: state;
};

const typed = (state: State, edit: typeof state.prompt): State =>
	edit ? withList({...state, prompt: edit}, placeOf(state), {filter: edit.text, top: 0}) : state;

/** The state after text was typed or pasted into the prompt; elsewhere text is no command. */
export const typeText = (state: State, text: string): State =>
	state.line
		? {...state, line: typeInLine(state.line, text)}
		: state.time
			? {...state, time: insert(state.time, text)}
			: state.prompt
				? typed(state, insert(state.prompt, text))
				: state;

/** Esc: first what narrows the table goes, the filter and then "only problems"; then one screen back. */
const backOrClear = (state: State): State => {
	const place = placeOf(state);
	const list = listAt(state, place);
	if (list.filter !== '') {
		return withList(state, place, {filter: ''});
	}

	return list.problems ? withList(state, place, {problems: false}) : (goBack(state) ?? state);
};

/** The page of the error under the cursor, or of the page's own; undefined where there is none, and on such a page. */
const errorAt = (state: State, around: Surroundings): Place | undefined => {
	const place = placeOf(state);
	if (isText(place)) {
		return errorPlaceOf(around.cluster, place);
	}

	const id = around.ids[selectedIndex(listAt(state, place), around.ids)];
	return id === undefined ? undefined : errorPlaceOf(around.cluster, around.open(id));
};

/** The state after a command. Commands that reach beyond the screen (quit, refresh, redraw) leave it as it is. */
export const reduce = (before: State, command: Command, look: Look): State => {
	const state = before.notice === '' ? before : {...before, notice: ''};
	const around = look(state);
	const place = placeOf(state);
	switch (command) {
		case 'up':
		case 'down': {
			const step = command === 'up' ? -1 : 1;
			return state.menu ? turnMenu(state, step) : move(state, around, step);
		}

		case 'page-up': {
			return move(state, around, -Math.max(1, around.height - 1));
		}

		case 'page-down': {
			return move(state, around, Math.max(1, around.height - 1));
		}

		case 'first':
		case 'last': {
			return move(state, around, command);
		}

		case 'next': {
			return turn(state, look, 1);
		}

		case 'previous': {
			return turn(state, look, -1);
		}

		case 'open': {
			return openRow(state, around);
		}

		case 'back': {
			return backOrClear(state);
		}

		case 'leave': {
			return goBack(state) ?? state;
		}

		case 'filter': {
			return {...state, prompt: editOf(listAt(state, place).filter)};
		}

		case 'sort': {
			return startPicker(state, around);
		}

		case 'reverse': {
			return reverse(state, around);
		}

		case 'problems': {
			return withList(state, place, {problems: !listAt(state, place).problems, top: 0});
		}

		case 'freeze': {
			return {...state, frozen: state.frozen ? undefined : around.cluster};
		}

		case 'help': {
			return place.kind === 'help'
				? (goBack(state) ?? state)
				: {...state, path: [...state.path, errorAt(state, around) ?? {kind: 'help'}]};
		}

		case 'tasks':
		case 'sources':
		case 'workers':
		case 'locks':
		case 'events':
		case 'findings': {
			return {...state, path: [{kind: rootKinds.find(kind => kind === command)!}]};
		}

		case 'accept': {
			return {...state, prompt: undefined, picker: undefined, time: undefined};
		}

		case 'cancel': {
			return cancel(state);
		}

		case 'choose-left': {
			return pick(state, around, -1);
		}

		case 'choose-right': {
			return pick(state, around, 1);
		}

		case 'erase':
		case 'erase-word':
		case 'erase-line':
		case 'cursor-left':
		case 'cursor-right':
		case 'cursor-start':
		case 'cursor-end': {
			if (state.time) {
				return {...state, time: applyEdit(state.time, command)};
			}

			return state.line
				? {...state, line: editLine(state.line, command)}
				: typed(state, state.prompt && applyEdit(state.prompt, command));
		}

		case 'go-to-time': {
			return {...state, time: editOf('')};
		}

		case 'mark': {
			return toggleMark(state, around);
		}

		case 'mark-all': {
			return around.canMark
				? withList(state, place, {marked: new Set([...listAt(state, place).marked, ...around.ids])})
				: state;
		}

		case 'unmark': {
			return withList(state, place, {marked: new Set()});
		}

		case 'command-line': {
			return {...state, line: openLine(state.history)};
		}

		case 'older':
		case 'newer': {
			return {...state, line: state.line && recallLine(state.line, command === 'older' ? 1 : -1)};
		}

		case 'pause':
		case 'resume':
		case 'operations':
		case 'config':
		case 'complete':
		case 'complete-back':
		case 'move-focus':
		case 'play':
		case 'step-back':
		case 'step-on':
		case 'seek-back':
		case 'seek-on':
		case 'slow-down':
		case 'speed-up':
		case 'quit':
		case 'refresh':
		case 'faster':
		case 'slower':
		case 'redraw':
		case 'suspend': {
			return state;
		}
	}
};
