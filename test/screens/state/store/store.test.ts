import {expect, test} from 'vitest';
import {createObservable} from '../../../../source/screens/state/store/observable.js';
import {createStore} from '../../../../source/screens/state/store/store.js';

test('a listener gets every different value, until it stops', () => {
	const observable = createObservable(1);
	const heard: number[] = [];
	const stop = observable.subscribe(() => {
		heard.push(observable.current());
	});
	observable.set(2);
	observable.set(2);
	observable.set(3);
	stop();
	observable.set(4);
	expect(heard).toEqual([2, 3]);
	expect(observable.current()).toBe(4);
});

test('each change acts on the result of the previous one, and no change means no notification', () => {
	const store = createStore(500, state => ({...state, notice: 'hello'}));
	expect(store.current()).toMatchObject({interval: 500, notice: 'hello', path: [{kind: 'tasks'}]});
	let heard = 0;
	store.subscribe(() => {
		heard++;
	});
	for (const letter of ['a', 'b']) {
		store.change(state => ({...state, notice: `${state.notice}${letter}`}));
	}

	store.change(state => state);
	expect(store.current().notice).toBe('helloab');
	expect(heard).toBe(2);
});
