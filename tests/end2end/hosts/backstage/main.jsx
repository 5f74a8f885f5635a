// The catalogue page of one entity, with the card.
import { createRoot } from 'react-dom/client';
import { ReleaseAtlasCard } from './snippet.jsx';

const place = document.createElement('main');
document.body.append(place);
createRoot(place).render(<><h1>edge</h1><ReleaseAtlasCard /></>);
