/** Starts the sidebar. */
import './styles/index.css';
import { render } from 'preact';
import { keepFocus } from './parts/keep-focus';
import { followPointer } from './parts/settling';
import { Root } from './root';

const root = document.getElementById('app');
followPointer(document);
keepFocus(document);
if (root) render(<Root />, root);
