import {useSyncExternalStore} from 'react';
import {App} from '../app.js';
import type {Desk} from '../../context/desk.js';
import {ClusterTable} from './cluster-table.js';

/** The cluster on screen, or the table of all. */
export function DeskView({desk}: {readonly desk: Desk}) {
	const {open, shown} = useSyncExternalStore(desk.subscribe, desk.current);
	const entry = open.find(({name}) => name === shown);
	return entry ? <App key={entry.name} {...entry.props} desk={desk} /> : <ClusterTable desk={desk} />;
}
