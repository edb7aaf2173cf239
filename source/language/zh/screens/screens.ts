/** All that stands on screens. */
import {cells} from './cells.js';
import {chrome} from './chrome.js';
import {clusters} from './clusters.js';
import {commandLine} from './command-line.js';
import {copying} from './copying.js';
import {dialogs} from './dialogs.js';
import {keys} from './keys.js';
import {lists} from './lists.js';
import {plots} from './plots.js';
import {previews} from './previews.js';
import {texts} from './texts.js';

export const screens = {
	'dm-top was updated or removed since it started: quit and start it again':
		'dm-top 在启动后被更新或删除：请退出并重新启动',
	'{count} more characters': '另有 {count} 个字符',
	...cells,
	...chrome,
	...clusters,
	...commandLine,
	...copying,
	...dialogs,
	...keys,
	...lists,
	...plots,
	...previews,
	...texts,
};
