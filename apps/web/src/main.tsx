import './ui/styles';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { api } from './api/client';
import { makingOnce } from './api/once';
import { App } from './app/App';
import { queryClient } from './app/router';
import { whenQuiet } from './app/when-quiet';
import { moreTexts, startI18n } from './i18n';
import { hasKeptAnswers } from './offline/has-answers';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root element.');

api.use(makingOnce);

/** What is kept for where there is no network; without it the page asks for everything anew. */
const restored = hasKeptAnswers()
  ? import('./offline/kept-answers')
      .then(({ restoreAnswers }) => restoreAnswers(queryClient))
      .catch(() => undefined)
  : undefined;

void Promise.all([startI18n(), restored]).then(() => {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
  void whenQuiet().then(() => moreTexts());
});
