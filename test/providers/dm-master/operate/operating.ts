import type {Operation, OperationAnswer} from '../../../../source/providers/operation.js';
import type {Provider} from '../../../../source/providers/provider.js';
import type {OperatingMaster} from '../../../servers/operating-master.js';
import {quickProvider} from '../quick.js';

export const pauseOrders: Operation = {kind: 'pause', task: 'orders', sources: []};

/** Has a provider carry out an operation. */
export const operateWith = async (
	provider: Provider,
	operation: Operation = pauseOrders,
	signal: AbortSignal = new AbortController().signal,
): Promise<OperationAnswer> => {
	if (!provider.operator) {
		throw new Error('The provider has no operator.');
	}

	return provider.operator.operate(operation, signal);
};

/** A provider for these masters; nothing polls. */
export const providerOf = (...masters: readonly OperatingMaster[]): Provider =>
	quickProvider(masters.map(({address}) => address).join(','));

/** The same, whose operations have one second. */
export const hastyProviderOf = (...masters: readonly OperatingMaster[]): Provider =>
	quickProvider(masters.map(({address}) => address).join(','), {operationDeadline: 1000});

/** Has one master carry out an operation, nothing being polled. */
export const operateOn = async (
	master: OperatingMaster,
	operation: Operation = pauseOrders,
): Promise<OperationAnswer> => operateWith(providerOf(master), operation);

/** The task orders on two sources. */
export const onOrders = {task: 'orders', sources: ['mysql-01', 'mysql-02']} as const;

/** A DDL that stopped it on both. */
export const badDdl = {
	...onOrders,
	position: 'mysql-bin.000001:4',
	sqls: ['alter table `a`.`b` add c int'],
} as const;
