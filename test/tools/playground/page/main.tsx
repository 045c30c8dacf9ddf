/** Starts the page. */
import './styles/tokens.css';
import './styles/frame.css';
import './styles/grid.css';
import './styles/overlays.css';
import './styles/backstage.css';
import { render } from 'preact';
import { App } from './app';

const root = document.getElementById('app');
if (root) render(<App />, root);
