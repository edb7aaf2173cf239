/**
 * Runs before each file of tests. What `npm test` tries is the same every time: a test that fails does so for everybody, and
 * until it is fixed.
 */
import fc from 'fast-check';
import {afterAll} from 'vitest';
import {removeFolders} from './folder.js';
import {isLong, runs} from './rounds.js';

fc.configureGlobal(isLong ? runs(100) : {seed: 1});

afterAll(removeFolders);
