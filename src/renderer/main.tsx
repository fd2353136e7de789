import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';
import { Window } from './screens/frame.tsx';
import { startStore } from './store/store.ts';
import { followTheme } from './theme.ts';

const root = document.querySelector('#root');
if (root === null) throw new Error('index.html has no #root');

followTheme();
startStore();
createRoot(root).render(
  <StrictMode>
    <Window />
  </StrictMode>,
);
