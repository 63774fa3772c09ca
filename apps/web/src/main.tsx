import './ui/styles';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { moreTexts, startI18n } from './i18n';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root element.');

void startI18n().then(() => {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
  void moreTexts();
});
