/** Starts the sidebar. */
import './styles/index.css';
import { render } from 'preact';
import { App } from './app';
import { keepFocus } from './parts/keep-focus';
import { followPointer } from './parts/settling';

const root = document.getElementById('app');
followPointer(document);
keepFocus(document);
if (root) render(<App />, root);
