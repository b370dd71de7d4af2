use article_viewer::decode::{Options, decode};
#[test]
fn dump() {
    for path in std::env::var("DUMP")
        .unwrap_or_default()
        .split(' ')
        .filter(|p| !p.is_empty())
    {
        let bytes = std::fs::read(path).unwrap();
        println!("=================== {path}");
        match decode(
            &bytes,
            &Options {
                base: Some("https://news.example/seed/x.json".into()),
                now: Some(1.7e12 + 6e10),
                ..Options::default()
            },
        ) {
            Err(e) => println!("ERROR {e}"),
            Ok(d) => {
                let mut a = d.article;
                println!("{} ", d.format.name);
                let body = std::mem::take(&mut a.body);
                let text = format!("{:#?}", a)
                    .lines()
                    .filter(|l| !l.trim_end().ends_with("None,") && !l.trim_end().ends_with("[],"))
                    .collect::<Vec<_>>()
                    .join("\n");
                println!("{text}");
                for b in body {
                    println!("- {}", format!("{b:?}").replace("None", "-"));
                }
                for n in d.notes {
                    println!("! {n}");
                }
            }
        }
    }
}
