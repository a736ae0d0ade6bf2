import java.util.zip.ZipFile

// A consumer of the library gets the library and what MessagePack is read and written with, nothing that the showcase uses.
def libraries = new ZipFile(new File(basedir, 'target/foreign.war')).withCloseable { war ->
    war.entries().collect { it.name }.findAll { it.startsWith('WEB-INF/lib/') && !it.endsWith('/') }
}
assert libraries.size() == 2
assert libraries.any { it ==~ 'WEB-INF/lib/hubcast-.*-library\\.jar' }
assert libraries.any { it ==~ 'WEB-INF/lib/msgpack-core-.*\\.jar' }

// The testing kit was found, and the application's own tests ran by it.
def report = new File(basedir, 'target/surefire-reports/TEST-org.example.foreign.GreeterTest.xml').text
assert report.contains('name="a_stranger_is_greeted"')
