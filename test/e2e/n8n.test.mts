import { jest } from '@jest/globals';

import { agentSuite } from './agent/agent.suite.mts';
import { reviewSuite } from './agent/review.suite.mts';
import { credentialSuite } from './editor/credential.suite.mts';
import { editorSuite } from './editor/editor.suite.mts';
import { iconsSuite } from './editor/icons.suite.mts';
import { sharedScene } from './scene.mts';
import { deliverySuite } from './story/delivery.suite.mts';
import { importSuite } from './story/import.suite.mts';
import { everyExampleSuite } from './story/every-example.suite.mts';
import { storySuite } from './story/story.suite.mts';

jest.setTimeout(240_000);

const scene = sharedScene();

editorSuite(scene);
credentialSuite(scene);
iconsSuite(scene);
storySuite(scene);
deliverySuite(scene);
everyExampleSuite(scene);
agentSuite(scene);
reviewSuite(scene);
importSuite(scene);
