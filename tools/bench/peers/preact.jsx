import { render } from 'preact';

import { Article } from './article.jsx';
import { places } from './places.js';

for (const { host, coming } of places()) {
  coming.then((article) => render(<Article article={article} />, host));
}
