import { jest } from '@jest/globals';
import { questionSuite } from './questions.suite.mts';
import { sharedScene } from './shared-scene.mts';

jest.setTimeout(900_000);

questionSuite(sharedScene());
