//! Asks a running server whether it is alive, for the health check of a container without a shell.

use std::{error::Error, io, net::IpAddr, time::Duration};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time::timeout,
};

use crate::config::Config;

const LIMIT: Duration = Duration::from_secs(2);
const REQUEST: &[u8] = b"GET /livez HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
const EXPECTED: &[u8] = b"HTTP/1.1 200 ";

/// Succeeds where the server that `config` describes answers 200 to `/livez`.
///
/// # Errors
/// Fails where it does not answer so within two seconds.
pub async fn run(config: &Config) -> Result<(), Box<dyn Error + Send + Sync>> {
    timeout(LIMIT, ask(config.host, config.port)).await??;
    Ok(())
}

async fn ask(host: IpAddr, port: u16) -> io::Result<()> {
    // A server that listens everywhere (0.0.0.0 or ::) also listens here.
    let mut stream = TcpStream::connect((host, port)).await?;
    stream.write_all(REQUEST).await?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await?;
    if answer.starts_with(EXPECTED) {
        Ok(())
    } else {
        Err(io::Error::other("the server does not answer 200"))
    }
}
