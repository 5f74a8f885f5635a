// Stands in for Backstage's package of this name: the one component that the card uses.
export const InfoCard = ({ title, children }) => (
  <article aria-label={title}>
    <h2>{title}</h2>
    {children}
  </article>
);
