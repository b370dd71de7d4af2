import { createRoot } from 'react-dom/client';

import { Article } from './article.jsx';
import { places } from './places.js';

for (const { host, coming } of places()) {
  coming.then((article) => createRoot(host).render(<Article article={article} />));
}
