// An article in the viewer's own format as components: what somebody writes who wants this one format and these few blocks.
//
// It knows no framework: the build (peers.mjs) says whether the elements are React's or Preact's.
// Names of attributes are React's, and Preact takes them too.

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

function Run({ run }) {
  if (typeof run === 'string') return run;
  if (run.type === 'link') return <a href={run.href}>{run.text}</a>;
  return run.type === 'strong' ? <strong>{run.text}</strong> : <em>{run.text}</em>;
}

function Text({ text }) {
  return typeof text === 'string' ? text : text.map((run, index) => <Run key={index} run={run} />);
}

function Picture({ picture, isLead }) {
  const { src, width, height, alt, caption, credit } = picture;
  return (
    <figure>
      <img src={src} width={width} height={height} alt={alt} {...(isLead ? { fetchPriority: 'high' } : { loading: 'lazy' })} />
      <figcaption>
        {caption} <span className="credit">{credit}</span>
      </figcaption>
    </figure>
  );
}

function Block({ block }) {
  switch (block.type) {
    case 'heading':
      return <h2><Text text={block.text} /></h2>;
    case 'quote':
      return <blockquote><p><Text text={block.text} /></p></blockquote>;
    case 'list':
      return <ul>{block.items.map((item, index) => <li key={index}><Text text={item} /></li>)}</ul>;
    case 'image':
      return <Picture picture={block} />;
    default:
      return <p><Text text={block} /></p>;
  }
}

export function Article({ article }) {
  return (
    <article lang={article.language}>
      <header>
        <h1>{article.headline}</h1>
        <p className="standfirst">{article.standfirst}</p>
        <p className="byline">By {article.authors.join(' and ')}</p>
        <p className="dates">
          Published <time dateTime={article.published}>{DAY.format(new Date(article.published))}</time>
        </p>
      </header>
      <Picture picture={article.lead} isLead />
      {article.body.map((block, index) => <Block key={index} block={block} />)}
      <p className="comments" role="note">{article.comments.message}</p>
    </article>
  );
}
