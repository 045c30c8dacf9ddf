/** Starts the sidebar. */
import { render } from 'preact';

const root = document.getElementById('app');
if (root) render(<p>Loading…</p>, root);
