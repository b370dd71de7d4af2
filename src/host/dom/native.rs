pub fn build(_script: &str) -> web_sys::Node {
    panic!("a live node needs a browser; write the view with to_html instead")
}

pub fn forget(_node: &web_sys::Node) {}
